import {own} from '../../check/own.js';
import type {Notice} from '../../engagement/notice.js';
import {offerOf, type EngagementState} from '../../engagement/state.js';
import type {Notification} from './notification.js';
import {offerIdOf} from './offers.js';

type Engage = Extract<Notification, {type: 'engage'}>;

/** Why an invitation is not shown. */
export type Refusal = Pick<Notice, 'outcome' | 'reason'>;

export interface Circumstances {
  readonly visitId: string | undefined;
  readonly pageId: string | undefined;
  /** In ms since the epoch, like all times here. */
  readonly now: number;
  readonly receivedAt: number;
  readonly state: EngagementState;
  readonly isWithdrawn: (offerId: string) => boolean;
}

/** Longest validity of an invitation, in s. */
const longestHold = 60;

/** When an invitation expires: after its own timeout, or a minute. A time in the future comes from a wrong clock. */
export function expiryOf(profile: Engage['profile'], receivedAt: number): number {
  const {time = Infinity, timeout = longestHold} = own(profile);
  return Math.min(time, receivedAt) + Math.min(timeout, longestHold) * 1000;
}

/** Why this invitation must not be shown now. Undefined if it may be. */
export function findRefusal({page, profile}: Engage, circumstances: Circumstances): Refusal | undefined {
  const {visitId, pageId, now, receivedAt, state, isWithdrawn} = circumstances;
  const offerId = offerIdOf(profile.engagementID);
  if (isForAnotherVisit(own(profile).visitID, visitId)) return {outcome: 'ignored', reason: 'another visit'};
  if (page !== undefined && page !== pageId) return {outcome: 'ignored', reason: 'another page'};
  if (isWithdrawn(offerId)) return {outcome: 'cancelled', reason: 'withdrawn before'};
  if (now >= expiryOf(profile, receivedAt)) return {outcome: 'timedout'};
  const offer = offerOf(state);
  if (offer?.id === offerId) return {outcome: 'ignored', reason: 'known already'};
  if (!offer || state.name === 'dismissed') return undefined;
  return {outcome: 'ignored', reason: state.name === 'expose' ? 'another invitation' : 'a conversation'};
}

/** Whether a message names another visit than the current one. */
export function isForAnotherVisit(named: string | undefined, visitId: string | undefined): boolean {
  return named !== undefined && visitId !== undefined && named !== visitId;
}
