import {json, type Answer} from '../http/answer.js';
import type {SandboxRequest} from '../http/request.js';
import type {GliaState} from './state.js';

/** A recording is not ready when it is asked for the first time; then it has a signed address. */
export function findRecording(path: string, base: string, state: GliaState): Answer {
  const name = path.split('/').at(-1) ?? '';
  return state.timesBefore(path) === 0
    ? {status: 204, body: ''}
    : json(200, {url: `${base}/files/${name}.mp3?signature=sandbox`});
}

/** The store of the files, which refuses requests that are signed twice. */
export function readFile({headers}: SandboxRequest): Answer {
  if (headers.authorization) return {status: 400, body: 'Only one authorization mechanism is allowed.'};
  return {status: 200, headers: {'Content-Type': 'audio/mpeg'}, body: new Uint8Array(16)};
}
