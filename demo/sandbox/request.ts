import type {IncomingHttpHeaders, IncomingMessage} from 'node:http';
import type {Answer} from './answer.js';

/** A request that has arrived completely. */
export interface SandboxRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
}

/** One of the sandbox's services: answers what is its own and leaves the rest to the next. */
export type Service = (request: SandboxRequest) => Answer | undefined | Promise<Answer | undefined>;

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
  const {method = 'GET', headers} = message;
  return {method, url, headers, body: Buffer.concat(chunks).toString('utf8'), at};
}

function toUrl({url = '/', headers}: IncomingMessage): URL | undefined {
  const address = `http://${headers.host ?? 'localhost'}${url}`;
  return URL.canParse(address) ? new URL(address) : undefined;
}
