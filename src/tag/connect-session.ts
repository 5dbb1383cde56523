import {createSession} from './create-session.js';
import {SessionController, type SessionHost} from './session-controller.js';

/** Gives a tag its session controller. */
export type ConnectSession = (host: SessionHost) => SessionController;

export const connectSession: ConnectSession = (host) => new SessionController(host, createSession);
