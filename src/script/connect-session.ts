import type {ConnectSession} from '../tag/connect-session.js';

let connect: ConnectSession | undefined;

/** Takes the place of `tag/connect-session.ts` in the element's file, because the script's first file makes the sessions. */
export const connectSession: ConnectSession = (host) => {
  if (!connect) throw new Error('Expected the script to provide sessions before it registers the element');
  return connect(host);
};

/** Lets elements get their sessions from the script's first file. */
export function provideSessions(provided: ConnectSession): void {
  connect = provided;
}
