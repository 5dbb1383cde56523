import type {OfferedState} from '../../engagement/state.js';
import {offerIn} from '../../vendors/liveperson/monitoring/offers.js';
import type {FirstQuestion} from './first-ask.js';

/**
 * The state that an answer leads a tag to. Undefined where something that is remembered may stand in the way of its offer, so
 * that a session has to decide.
 */
export function readOffer(tag: HTMLElement, {answer, visit}: FirstQuestion): OfferedState | undefined {
  const most = Number(tag.getAttribute('max-invitations') ?? Infinity);
  const fact = offerIn(answer, visit, most);
  const isOffered = fact?.type === 'expose' || fact?.type === 'conversation';
  if (!isOffered || fact.folded !== undefined) return undefined;
  return {name: fact.type, offer: fact.offer};
}
