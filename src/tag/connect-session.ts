import type {EngagementState} from '../engagement/state.js';
import {FirstSession} from './first/first-session.js';
import type {Ask, FirstQuestion} from './first/first-ask.js';
import {SessionController, type SessionHost} from './session-controller.js';

/** Gives a tag its session controller. */
export type ConnectSession = (host: SessionHost) => SessionController;

/** What a tag has asked before it was an element. */
interface Asked {
  readonly tag: HTMLElement;
  readonly question: FirstQuestion;
  /** The state of the answer, if the page has heard of it. */
  readonly state: EngagementState | undefined;
}

let ask: Ask | undefined;
let asked: Asked | undefined;

/** Lets sessions ask before they have an engine. */
export function askWith(way: Ask): void {
  ask = way;
}

/** Lets the session of a tag go on from what was asked already. */
export function goOnFrom(before: Asked): void {
  asked = before;
}

/** Lets the other tabs ask, if no session has gone on. */
export function dropQuestion(): void {
  asked?.question.release();
  asked = undefined;
}

export const connectSession: ConnectSession = (host) =>
  new SessionController(host, (settings) => {
    const {question, state} = asked?.tag === host.tag ? asked : {};
    if (question) asked = undefined;
    return new FirstSession(settings, {ask, question, state});
  });
