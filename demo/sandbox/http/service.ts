import {text, type Answer} from './answer.js';
import type {SandboxRequest} from './request.js';

/** A part of the sandbox. It answers requests for its own paths and returns `undefined` for all others. */
export type Service = (request: SandboxRequest) => Answer | undefined | Promise<Answer | undefined>;

/** The answer of the first service that knows the path. */
export async function findAnswer(services: readonly Service[], request: SandboxRequest): Promise<Answer | undefined> {
  for (const service of services) {
    const answer = await service(request);
    if (answer) return answer;
  }
  return undefined;
}

/** The same, with an answer for CORS preflights and unknown paths. */
export async function answerByFirst(services: readonly Service[], request: SandboxRequest): Promise<Answer> {
  if (request.method === 'OPTIONS') return {status: 204, body: ''};
  return (await findAnswer(services, request)) ?? text(404, 'Not found.');
}
