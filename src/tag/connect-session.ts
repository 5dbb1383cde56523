import type {EngagementState} from '../engagement/state.js';
import {FirstSession} from './first/first-session.js';
import type {Ask, FirstQuestion} from './first/first-ask.js';
import {SessionController, type SessionHost} from './session-controller.js';

/** Gives a tag its session controller. */
export type ConnectSession = (host: SessionHost) => SessionController;

let ask: Ask | undefined;
let question: FirstQuestion | undefined;
let state: EngagementState | undefined;

/** Lets sessions ask before they have an engine. */
export function askWith(way: Ask): void {
  ask = way;
}

/**
 * Lets the next session go on from what the page has asked already.
 *
 * @param told the state of the answer, if the page has heard of it
 */
export function goOnFrom(asked: FirstQuestion, told?: EngagementState): void {
  question = asked;
  state = told;
}

/** Lets the other tabs ask, if no session has gone on. */
export function dropQuestion(): void {
  question?.release();
  question = undefined;
}

export const connectSession: ConnectSession = (host) =>
  new SessionController(host, (settings) => {
    const session = new FirstSession(settings, {ask, question, state});
    question = state = undefined;
    return session;
  });
