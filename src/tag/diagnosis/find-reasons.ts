import {seenLately, snoozeLeft} from '../../engagement/recollection.js';
import {offerOf, type EngagementState} from '../../engagement/state.js';
import {monitoringMemory} from '../../vendors/liveperson/monitoring/monitoring-memory.js';
import type {Visit} from '../../visit/visit.js';
import {allowsSession} from '../consent.js';
import {isPrerendered} from '../prerendering.js';
import type {SettingName} from '../settings/settings.js';
import {toReason, type Reason, type ReasonCode} from './reasons.js';
import type {Situation} from './situation.js';

/** Settings of which one at least says whom to ask. */
const subjects: readonly SettingName[] = [
  ...(['accountId', 'notificationsUrl', 'notificationsTransport', 'visitId'] as const),
  ...(['handoffUrl', 'sources', 'session'] as const),
];

/**
 * Says why a visitor sees what they see, the nearest reason first.
 *
 * @param now in ms since the epoch
 */
export function findReasons(situation: Situation, visit: Visit, now = Date.now()): readonly Reason[] {
  const {tag, setting, state, hasSession} = situation;
  if (tag && !tag.isConnected) return [toReason('removed')];
  if (!subjects.some((name) => setting(name))) return [toReason('no-settings')];
  if (isPrerendered()) return [toReason('prerendering')];
  if (!allowsSession(setting('consent'))) {
    return [toReason(setting('consent') === 'denied' ? 'consent-denied' : 'consent-missing')];
  }
  if (!hasSession && state.name === 'idle' && situation.fact?.type !== 'revoke') return [toReason('refused-settings')];
  return [...ofState[state.name](situation, visit, now), ...unwanted(state, visit, now)];
}

type OfState = (situation: Situation, visit: Visit, now: number) => readonly Reason[];

const ofOffer: OfState = ({hindrance}) => [toReason(hindrance ?? 'visible')];

const ofState: Readonly<Record<EngagementState['name'], OfState>> = {
  idle: ({fact}) => [toReason(fact?.type === 'revoke' ? 'consent-denied' : 'logged-out')],
  connecting: ofConnecting,
  unavailable: ({fact}) => {
    const codes: Partial<Record<string, ReasonCode>> = {withdraw: 'withdrawn', hold: 'held'};
    return [toReason(codes[fact?.type ?? ''] ?? 'no-offer')];
  },
  expose: ofOffer,
  conversation: ofOffer,
  accepted: () => [toReason('accepted')],
  dismissed: ofDismissal,
  failed: ofFailure,
};

function ofConnecting({fact}: Situation, visit: Visit, now: number): readonly Reason[] {
  const {failures = 0, notBefore = 0} = monitoringMemory.read(visit).ladder ?? {};
  const cause = fact?.type === 'retry' ? fact.cause : undefined;
  const until = notBefore > now ? notBefore : undefined;
  if (cause?.name === 'LoadingAccountError') return [toReason('loading-account', until)];
  if (fact?.type !== 'retry' && !until) return [toReason('asking')];
  return [toReason(until && failures === 0 ? 'cool-down' : 'retrying', until)];
}

function ofDismissal({state, setting}: Situation, visit: Visit, now: number): readonly Reason[] {
  const id = offerOf(state)?.id ?? '';
  if (visit.settled?.[id]) return [toReason('declined')];
  if (visit.optedOut || snoozeLeft(visit, now) > 0) return [];
  const seen = seenLately(visit, now);
  const most = Number(setting('maxInvitations') ?? Infinity);
  return [toReason(seen.length >= most && !seen.some(([seenId]) => seenId === id) ? 'capped' : 'declined')];
}

function ofFailure({state}: Situation, visit: Visit, now: number): readonly Reason[] {
  const error = 'error' in state ? state.error : undefined;
  const names = [error?.name, (error?.cause as Error | undefined)?.name];
  if (names.includes('ConfigurationError')) return [toReason('refused-settings')];
  const {notBefore = 0} = monitoringMemory.read(visit).ladder ?? {};
  const failure = toReason(names.includes('LoadingAccountError') ? 'loading-account' : 'failed');
  return notBefore > now ? [failure, toReason('cool-down', notBefore)] : [failure];
}

/** What would keep the next invitation from being shown. */
function unwanted({name}: EngagementState, visit: Visit, now: number): readonly Reason[] {
  if (name === 'expose' || name === 'conversation') return [];
  const left = snoozeLeft(visit, now);
  return [...(visit.optedOut ? [toReason('opted-out')] : []), ...(left > 0 ? [toReason('snoozed', now + left)] : [])];
}
