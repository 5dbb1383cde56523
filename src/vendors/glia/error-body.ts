/** The content of an error's body, in one form. */
export interface ErrorBody {
  readonly code: string | undefined;
  readonly words: string | undefined;
  readonly fieldErrors: Readonly<Record<string, readonly string[]>>;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the five forms in which the vendor's services report an error: `error` with `message`; `message` alone;
 * `type` with `error_details`; `error` with `details`, a list or a map; and `error_msg`. Old services wrap theirs
 * in a list. A proxy's error page has none of these.
 */
export function readErrorBody(text: string): ErrorBody {
  const body = toFields(parse(text));
  const {message, error, error_msg: routing, type} = body;
  return {
    code: toText(type) ?? toText(error),
    words: toText(message) ?? toText(routing),
    fieldErrors: toFieldErrors(body['error_details'] ?? body['details']),
  };
}

function parse(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text);
    return Array.isArray(body) ? body[0] : body;
  } catch {
    return undefined;
  }
}

function toFieldErrors(details: unknown): Record<string, string[]> {
  const pairs = Array.isArray(details)
    ? details.map(toFields).map(({attribute, detail}): [string, unknown] => [toText(attribute) ?? '', detail])
    : Object.entries(toFields(details));
  const fields = new Map<string, string[]>();
  for (const [field, detail] of pairs) fields.set(field, [...(fields.get(field) ?? []), ...toWords(detail)]);
  return Object.fromEntries(fields);
}

/** A detail is a sentence, or an object with one, or a list of these. */
function toWords(detail: unknown): string[] {
  return [detail].flat().flatMap((entry) => toText(entry) ?? toText(toFields(entry)['message']) ?? []);
}

const toFields = (value: unknown): Fields => Object(value) as Fields;

function toText(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
