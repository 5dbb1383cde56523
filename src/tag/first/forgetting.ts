import {openVisitChannel, type VisitMessage} from '../../visit/visit-channel.js';

/** Why a visitor is forgotten: they have logged out, or have withdrawn their consent. */
export type Forgetting = 'reset' | 'revoke';

/** Hears from the other tabs that the visitor of a visit is forgotten, until `signal` aborts. */
export function hearOfForgetting(key: string, onForget: (cause: Forgetting) => void, signal: AbortSignal): void {
  const channel = openVisitChannel(key);
  if (!channel) return;
  channel.onmessage = ({data}: MessageEvent<VisitMessage>) => {
    if (data !== 'changed') onForget(data === 'erased' ? 'revoke' : 'reset');
  };
  signal.addEventListener('abort', () => channel.close());
}
