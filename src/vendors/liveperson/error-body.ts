/** What the body of an error says, in text. */
export type ErrorBody = Partial<Record<'time' | 'message' | 'internalCode', string>>;

const fieldNames = ['time', 'message', 'internalCode'] as const;

/** Reads an error body, which some of the vendor's services wrap. An error page of a proxy in between has none of this. */
export function readErrorBody(text: string): ErrorBody {
  try {
    // The published example of the external engagement method has a tab inside its message, which JSON forbids.
    const body = Object(JSON.parse(text.replace(/\s/g, ' '))) as Record<string, unknown>;
    const fields = Object(body['error'] ?? body) as Record<string, unknown>;
    const texts = fieldNames
      .filter((name) => ['string', 'number'].includes(typeof fields[name]))
      .map((name) => [name, String(fields[name])]);
    return Object.fromEntries(texts) as ErrorBody;
  } catch {
    return {};
  }
}

/** The vendor's code as a number. */
export const toCode = (internalCode: string | undefined): number | undefined =>
  internalCode === undefined ? undefined : Number(internalCode);
