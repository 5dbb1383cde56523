import type {IncomingMessage} from 'node:http';
import type {SandboxRequest} from './request.js';

/** In bytes. */
const maxBody = 1024 * 1024;

/**
 * Reads a request to its end.
 *
 * @param at when it arrived, in ms since the epoch
 * @returns `undefined` when the body is too long or the address is malformed
 */
export async function readRequest(message: IncomingMessage, at: number): Promise<SandboxRequest | undefined> {
  const url = toUrl(message);
  const body = url && (await readBody(message));
  if (!url || body === undefined) return undefined;
  const {method = 'GET'} = message;
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  return {method, url, site: url.origin, headers, body, at};
}

function toUrl({url = '/', headers}: IncomingMessage): URL | undefined {
  const address = `http://${headers.host ?? 'localhost'}${url}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}

async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBody) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
