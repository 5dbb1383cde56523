import type {IncomingMessage} from 'node:http';
import type {SandboxRequest} from './request.js';

const longestBody = 1024 * 1024;

/** Reads a request to its end; `undefined` when it is too long or has no usable address. */
export async function readRequest(message: IncomingMessage, at: number): Promise<SandboxRequest | undefined> {
  const url = toUrl(message);
  if (!url) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of message as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestBody) return undefined;
    chunks.push(chunk);
  }
  const {method = 'GET'} = message;
  const headers = Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)]));
  return {method, url, site: url.origin, headers, body: Buffer.concat(chunks).toString('utf8'), at};
}

function toUrl({url = '/', headers}: IncomingMessage): URL | undefined {
  const address = `http://${headers.host ?? 'localhost'}${url}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}
