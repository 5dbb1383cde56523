import {ConfigurationError} from '../../../check/configuration-error.js';
import type {Offer} from '../../../engagement/offer.js';
import {MalformedAnswerError} from '../../../http/errors.js';
import {parseUrl, safeUrl} from '../../../http/safe-url.js';
import type {ExternalEngagementDetails} from './external-engagement/external-engagement.schemas.js';

export const handoffSourceName = 'liveperson-handoff';

/** Two clocks, because each has a weakness that the other does not have. Both count ms. */
export interface Clocks {
  /** Never set back, but stops on some machines while they sleep. */
  readonly now: () => number;
  /** Since the epoch. It runs on while the machine sleeps, but can be set. */
  readonly date: () => number;
}

/** An offer with a one-time link, and how long it lasts. */
export interface Handoff {
  readonly offer: Offer;
  /** Time left, in ms. 0 or less when the link has expired. */
  readonly left: () => number;
}

export interface HandoffContext {
  /** Names the request in errors. */
  readonly request: string;
  readonly allowedHosts: readonly string[];
  readonly clocks: Clocks;
}

/** Starts the clock before a link is requested, because the vendor starts its own at an unknown moment before the answer. */
export function startHandoff(context: HandoffContext): (details: ExternalEngagementDetails) => Handoff {
  const {now, date} = context.clocks;
  const [start, startDate] = [now(), date()];
  return (details) => {
    const lifetime = checkLifetime(details, context.request);
    const left = (): number => lifetime - Math.max(now() - start, date() - startDate);
    return {offer: toOffer(details, checkLink(details, context), startDate + lifetime, left), left};
  };
}

function toOffer(
  {expectedWaitTimeSeconds, queueSize}: ExternalEngagementDetails,
  link: string,
  expiresAt: number,
  left: () => number,
): Offer {
  return {
    // The id does not contain the link: ids are remembered, and each new link is for the same invitation.
    id: handoffSourceName,
    source: handoffSourceName,
    expiresAt,
    ...(isAmount(expectedWaitTimeSeconds) && {waitSeconds: expectedWaitTimeSeconds}),
    ...(isAmount(queueSize) && {peopleAhead: queueSize}),
    // Code that keeps the offer cannot open an expired link.
    get url() {
      return left() > 0 ? link : undefined;
    },
  };
}

const isAmount = (value: number | null | undefined): value is number => typeof value === 'number' && value >= 0;

/** @throws MalformedAnswerError */
function checkLifetime({validForSeconds}: ExternalEngagementDetails, request: string): number {
  if (isAmount(validForSeconds) && validForSeconds > 0) return validForSeconds * 1000;
  throw new MalformedAnswerError(request, 'expected validForSeconds to be more than 0');
}

/** @throws ConfigurationError */
function checkLink({urlToChat}: ExternalEngagementDetails, {allowedHosts}: HandoffContext): string {
  const url = safeUrl(urlToChat ?? '', allowedHosts);
  if (url) return url.href;
  const host = parseUrl(urlToChat ?? '')?.host;
  throw new ConfigurationError(
    `Expected the hand-off link to be an https address at ${allowedHosts.join(' or ')}, got ${host || 'none'}; add its host to allowedHosts if it is yours`,
    'allowedHosts',
  );
}
