import type {Fetch} from '../../../src/http/request.js';

/** A request as the server would see it. */
export interface SentRequest {
  readonly url: URL;
  readonly method: string | undefined;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A server in the test's own hands, for answers that are cut from the published documents. */
export function createFakeFetch(status: number, answer: unknown): {fetch: Fetch; sent: readonly SentRequest[]} {
  const sent: SentRequest[] = [];
  const fetch: Fetch = (input, {method, headers, body}) => {
    const parsed: unknown = typeof body === 'string' ? JSON.parse(body) : undefined;
    sent.push({url: new URL(input), method, headers: new Headers(headers), body: parsed});
    return Promise.resolve(new Response(typeof answer === 'string' ? answer : JSON.stringify(answer), {status}));
  };
  return {fetch, sent};
}
