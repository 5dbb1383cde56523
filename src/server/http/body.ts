import {Problem} from './problem.js';

/** Largest body that a handler reads, in bytes. */
const maxBody = 65_536;

/**
 * Reads the body of a request as text.
 *
 * @throws Problem when it is larger than 64 KiB, breaks off, or is not UTF-8
 */
export async function readText(request: Request): Promise<string> {
  try {
    return new TextDecoder('utf-8', {fatal: true}).decode(await readBytes(request));
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(400, 'Expected a whole body in UTF-8.');
  }
}

/**
 * A server keeps to the length that it was told, and reads that much faster than a stream. A service worker of Firefox
 * has no stream to read.
 */
async function readBytes(request: Request): Promise<Uint8Array> {
  const length = request.headers.get('content-length');
  if (Number(length) > maxBody) throw tooLarge();
  const stream = length === null ? request.body : undefined;
  const bytes = stream ? await readStream(stream) : new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength > maxBody) throw tooLarge();
  return bytes;
}

async function readStream(body: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const bytes = new Uint8Array(maxBody);
  let length = 0;
  const reader = body.getReader();
  try {
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      const {value} = chunk;
      if (length + value.byteLength > maxBody) throw tooLarge();
      bytes.set(value, length);
      length += value.byteLength;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return bytes.subarray(0, length);
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
