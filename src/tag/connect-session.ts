import type {FirstQuestion} from '../vendors/liveperson/monitoring/first-question.js';
import {createSession} from './create-session.js';
import {SessionController, type SessionHost} from './session-controller.js';

/** Gives a tag its session controller. */
export type ConnectSession = (host: SessionHost) => SessionController;

let first: FirstQuestion | undefined;

/** Lets the next session go on from what the page has asked already. */
export function goOnFrom(question: FirstQuestion): void {
  first = question;
}

/** Lets the other tabs ask, if no session has gone on. */
export function dropQuestion(): void {
  first?.release();
  first = undefined;
}

export const connectSession: ConnectSession = (host) =>
  new SessionController(host, (settings) => {
    const question = first;
    first = undefined;
    return createSession(settings, question);
  });
