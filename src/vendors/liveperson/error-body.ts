import {own} from '../../check/own.js';
/** The content of an error's body. */
export interface ErrorBody {
  /** When the error occurred, in the vendor's notation. */
  readonly time: string | undefined;
  readonly message: string | undefined;
  /** The vendor's code as text. `code` is the same as a number. */
  readonly internalCode: string | undefined;
  readonly code: number | undefined;
}

/** Reads the body of an error, which some of the vendor's services wrap. A proxy's error page leaves all fields undefined. */
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
    // The published example of the external engagement method has a tab in its message, which JSON forbids.
    const body = own(JSON.parse(text.replace(/\s/g, ' ')) as Record<string, unknown>);
    return own((body['error'] ?? body) as Record<string, unknown>);
  } catch {
    return own({});
  }
}

const toText = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
