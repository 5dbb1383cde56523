import {randomUUID} from 'node:crypto';
import type {LoggedRequest} from '../../../demo/sandbox/liveperson/request-log.js';
import type {Sandbox} from '../../../demo/sandbox/sandbox.js';

/** An account at a sandbox. */
export interface Account {
  readonly id: string;
  /** Says how the next handshakes are answered; the last scenario stays. */
  play(...steps: readonly string[]): Promise<void>;
  /** The handshakes that reached the sandbox so far, without preflights. */
  handshakes(): Promise<readonly LoggedRequest[]>;
  /** The same of what became of invitations. */
  impressions(): Promise<readonly LoggedRequest[]>;
}

/** Opens an account that no other test knows, or the one with this id. */
export function openAccount({url}: Sandbox, id = `e2e-${randomUUID()}`): Account {
  const control = `${url}/sandbox/${id}`;
  const posted = async (method: string): Promise<readonly LoggedRequest[]> => {
    const log = (await (await fetch(`${control}/log`)).json()) as readonly LoggedRequest[];
    return log.filter((exchange) => exchange.method === 'POST' && exchange.path.endsWith(`/${method}`));
  };
  return {
    id,
    play: async (...steps) => {
      const {status} = await fetch(`${control}/scenario`, {method: 'PUT', body: JSON.stringify({steps})});
      if (status !== 200) throw new Error(`The sandbox refuses to play ${steps.join(', ')}.`);
    },
    handshakes: () => posted('engagement'),
    impressions: () => posted('report'),
  };
}

/** The ids of the visitor and the session in an answer. */
export function idsIn({answer}: LoggedRequest): {vid: string; sid: string} {
  const {visitorId, sessionId} = answer as {visitorId: string; sessionId: string};
  return {vid: visitorId, sid: sessionId};
}
