import type {Answer} from '../../http/answer.js';
import {vendorJson} from '../vendor-json.js';
import {newPageId, type Visitors} from './visitors.js';

/** A valid engagement request. */
export interface EngagementCall {
  readonly version: ApiVersion;
  readonly vid: string | undefined;
  readonly sid: string | undefined;
  readonly visitors: Visitors;
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
}

export type ApiVersion = '1.0' | '1.1';

/** Answers an engagement request. */
export type Responder = (call: EngagementCall) => Answer;

/** The invitation that the vendor documents. */
export const invitation = {
  campaignId: 880524023,
  engagementId: 880524123,
  engagementRevision: 21,
  contextId: '1',
  connectorId: 2642324112,
  status: 'expose',
};

/** The open conversation that the vendor documents. */
export const openConversation = {
  campaignId: 880524423,
  engagementId: 880524523,
  engagementRevision: 23,
  conversationId: 'fdasfdas',
  connectorId: 2642324112,
  status: 'conversation',
};

/**
 * Starts or continues the session and answers with its ids.
 *
 * @param extra further fields of the answer
 */
export function session(extra: Readonly<Record<string, unknown>> = {}): Responder {
  return ({visitors, vid, sid}) => {
    const known = visitors.find(vid, sid);
    const current = known ?? visitors.start(vid);
    current.engaged = true;
    const {visitorId, sessionId} = current;
    return vendorJson(known ? 200 : 201, {sessionId, visitorId, pageId: newPageId(), ...extra});
  };
}

/** Starts or continues the session and answers with these engagement details. */
export function inviting(engagementDetails: unknown): Responder {
  return session({engagementDetails});
}

/** Answers with a new session and an invitation, even if the old session is still valid. */
export const freshSession: Responder = (call) => inviting([invitation])({...call, sid: undefined});

/** Answers that the account is still loading. The visitor is known from then on, but no session starts. */
export function loading(message: (vid: string) => string): Responder {
  return ({version, vid, visitors, at}) => {
    const [status, code] = version === '1.0' ? [500, 20] : [202, 38];
    return vendorError(at, status, message(visitors.admit(vid)), code);
  };
}

/** Always answers with this error. */
export function failure(status: number, message: string, internalCode: number): Responder {
  return ({at}) => vendorError(at, status, message, internalCode);
}

/** An error of the monitoring API. `time` is in ms since the epoch. */
export function vendorError(time: number, status: number, message: string, internalCode: number): Answer {
  return vendorJson(status, {time, message, internalCode});
}
