import {Problem} from './problem.js';

/** Largest body that a handler reads, in bytes. */
const maxBody = 65_536;

/**
 * Reads the body of a request as text.
 *
 * @throws Problem when it is larger than 64 KiB, breaks off, or is not UTF-8
 */
export async function readText(request: Request): Promise<string> {
  if (Number(request.headers.get('content-length')) > maxBody) throw tooLarge();
  const decoder = new TextDecoder('utf-8', {fatal: true});
  let bytes = 0;
  let text = '';
  try {
    for await (const chunk of chunksOf(request)) {
      bytes += chunk.byteLength;
      if (bytes > maxBody) throw tooLarge();
      text += decoder.decode(chunk, {stream: true});
    }
    return text + decoder.decode();
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(400, 'Expected a whole body in UTF-8.');
  }
}

async function* chunksOf({body}: Request): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const {done, value} = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

const tooLarge = (): Problem => new Problem(413, `Expected a body of at most ${maxBody} bytes.`);

/**
 * Parses a JSON object.
 *
 * @param name name of the object in problems
 * @throws Problem with status 400
 */
export function parseObject(text: string, name: string): Readonly<Record<string, unknown>> {
  return toObject(parse(text), name);
}

/** @throws Problem with status 400 */
export function toObject(value: unknown, name: string): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new Problem(400, `Expected the JSON object ${name}.`);
}

/** Anything that is not JSON is undefined, and so is JSON that is nested too deeply to be written again. */
function parse(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    JSON.stringify(value);
    return value;
  } catch {
    return undefined;
  }
}
