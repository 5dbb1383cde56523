/** What the body of an error says. */
export interface ErrorBody {
  /** When it happened, in the vendor's notation. */
  readonly time: string | undefined;
  readonly message: string | undefined;
  /** The vendor's code as it is sent, in text; `code` is the same as a number. */
  readonly internalCode: string | undefined;
  readonly code: number | undefined;
}

/** Reads the body of an error, which some of the vendor's services wrap. The error page of a proxy has none of it. */
export function readErrorBody(text: string): ErrorBody {
  const {time, message, internalCode} = readFields(text);
  const code = toText(internalCode);
  return {
    time: toText(time),
    message: toText(message),
    internalCode: code,
    code: code === undefined ? code : Number(code),
  };
}

function readFields(text: string): Readonly<Record<string, unknown>> {
  try {
    // The published example of the external engagement method has a tab inside its message, which JSON forbids.
    const body = Object(JSON.parse(text.replace(/\s/g, ' '))) as Record<string, unknown>;
    return Object(body['error'] ?? body) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const toText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
