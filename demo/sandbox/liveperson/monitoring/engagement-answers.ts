import {vendorJson, type Answer} from '../../http/answer.js';
import {newPageId, type Visitors} from './visitors.js';

/** An engagement request that has passed validation. */
export interface EngagementCall {
  readonly version: ApiVersion;
  readonly vid: string | undefined;
  readonly sid: string | undefined;
  readonly visitors: Visitors;
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
}

export type ApiVersion = '1.0' | '1.1';

/** Makes the answer to an engagement request. */
export type Responder = (call: EngagementCall) => Answer;

/** The invitation of the platform's own documentation. */
export const invitation = {
  campaignId: 880524023,
  engagementId: 880524123,
  engagementRevision: 21,
  contextId: '1',
  connectorId: 2642324112,
  status: 'expose',
};

/** The open conversation of the platform's own documentation. */
export const openConversation = {
  campaignId: 880524423,
  engagementId: 880524523,
  engagementRevision: 23,
  conversationId: 'fdasfdas',
  connectorId: 2642324112,
  status: 'conversation',
};

/** Opens or continues the session and answers with it; `extra` joins the ids in the body. */
export function session(extra: Readonly<Record<string, unknown>> = {}): Responder {
  return ({visitors, vid, sid}) => {
    const known = visitors.find(vid, sid);
    const current = known ?? visitors.start(vid);
    current.engaged = true;
    const {visitorId, sessionId} = current;
    return vendorJson(known ? 200 : 201, {sessionId, visitorId, pageId: newPageId(), ...extra});
  };
}

/** Opens or continues the session and answers with these engagement details. */
export function inviting(engagementDetails: unknown): Responder {
  return session({engagementDetails});
}

/** Answers with a new session and an invitation, however valid the old session is. */
export const freshSession: Responder = (call) => inviting([invitation])({...call, sid: undefined});

/** The account is not in the platform's memory yet: the visitor is kept, no session is started. */
export function loading(message: (vid: string) => string): Responder {
  return ({version, vid, visitors, at}) => {
    const [status, code] = version === '1.0' ? [500, 20] : [202, 38];
    return vendorError(at, status, message(visitors.admit(vid)), code);
  };
}

/** Always the same error, in the platform's words. */
export function failure(status: number, message: string, internalCode: number): Responder {
  return ({at}) => vendorError(at, status, message, internalCode);
}

/** The platform's error body. */
export function vendorError(time: number, status: number, message: string, internalCode: number): Answer {
  return vendorJson(status, {time, message, internalCode});
}
