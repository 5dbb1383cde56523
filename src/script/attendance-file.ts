import {attendFirstCard} from '../element/first-card/attend-first-card.js';
import {offerEvents} from '../tag/event-classes.js';
import type {FirstQuestion} from '../tag/first/first-ask.js';
import {FirstOffer, type FirstOfferOptions} from '../tag/first/first-offer.js';

/** What is done for an offer while its card is on the page. */
export type Attendance = Pick<FirstOffer, 'handOver' | 'end'>;

/** Looks after an offer whose card is on the page, until the element goes on or the card goes. */
export function attend(tag: HTMLElement, question: FirstQuestion, options: FirstOfferOptions): Attendance {
  const {offer} = options;
  const onNeed = (): void => {
    // A failure shows when the file is needed.
    import('../tag/create-session.js').catch(() => undefined);
    options.onNeed();
  };
  const first = new FirstOffer(question, {...options, onNeed});
  first.keep();
  const onVisibility = (isVisible: boolean): void => {
    if (isVisible) first.report();
    tag.dispatchEvent(new offerEvents[isVisible ? 'shown' : 'hidden'](offer));
  };
  attendFirstCard(tag, {onVisibility, onNeed});
  return first;
}
