import {json, type Answer} from '../http/answer.js';
import type {SandboxRequest} from '../http/request.js';
import type {GliaState} from './state.js';

/** Answers that a recording is not ready at the first request, and with a signed address after that. */
export function findRecording(path: string, base: string, state: GliaState): Answer {
  const name = path.split('/').at(-1) ?? '';
  return state.timesBefore(path) === 0
    ? {status: 204, body: ''}
    : json(200, {url: `${base}/files/${name}.mp3?signature=sandbox`});
}

/** The file store. It refuses requests that are authorized by a header as well as by the signed address. */
export function readFile({headers}: SandboxRequest): Answer {
  if (headers.authorization) return {status: 400, body: 'Only one authorization mechanism is allowed.'};
  return {status: 200, headers: {'Content-Type': 'audio/mpeg'}, body: new Uint8Array(16)};
}
