import type {Offer} from '../../engagement/offer.js';
import {reportShown} from '../../vendors/liveperson/monitoring/first/first-impression.js';
import {foldOf} from '../../engagement/recollection.js';
import {offerIn} from '../../vendors/liveperson/monitoring/offers.js';
import {openVisitChannel, type VisitMessage} from '../../visit/visit-channel.js';
import {readVisit} from '../../visit/visit-transactions.js';
import type {FirstQuestion} from './first-ask.js';
import {withoutAnswer} from './without-answer.js';

export interface FirstOfferOptions {
  readonly offer: Offer;
  /** Whether the visitor is forgotten, or the tag has gone. */
  readonly isVoid: () => boolean;
  /** Called when a session has to go on. */
  readonly onNeed: () => void;
}

/**
 * An offer that is shown without a session. Its answer is kept for the next page and the other tabs, it is reported once
 * that the visitor has seen it, and what they do with it in another tab is heard.
 */
export class FirstOffer {
  readonly #asked: FirstQuestion;
  readonly #options: FirstOfferOptions;
  readonly #end = new AbortController();
  readonly #watch = new AbortController();
  #question: FirstQuestion;
  #channel: BroadcastChannel | undefined;

  constructor(asked: FirstQuestion, options: FirstOfferOptions) {
    this.#asked = this.#question = asked;
    this.#options = options;
    this.#end.signal.addEventListener('abort', () => this.#watch.abort());
    // Who comes back from the back/forward cache, into which no page with an open channel or database comes, asks again.
    addEventListener('pagehide', () => this.#forgetAnswer(), {signal: this.#watch.signal});
  }

  /** Keeps its answer, lets the other tabs ask, and hears what the visitor does there. */
  keep(): void {
    const {keep, release} = this.#asked;
    const keeping = keep?.(this.#options.isVoid).then((visit) => {
      // A session goes on from the answer, which it need not store again.
      this.#question = {...this.#question, visit, keep: undefined, exchange: undefined};
    });
    void keeping
      // A session tells that the storage fails.
      ?.catch(() => this.#options.onNeed())
      .then(() => {
        release();
        this.#hearTabs();
      });
  }

  /** Reports that the visitor has seen it. */
  report(): void {
    if (this.#question.reported) return;
    const {signal} = this.#end;
    const reported = reportShown(this.#asked, this.#options.offer, {signal, channel: this.#channel});
    this.#question = {...this.#question, reported};
    void reported.then((isHeard) => isHeard || signal.aborted || this.#options.onNeed());
  }

  /** Returns how far it has come, for a session to go on from. */
  handOver(): FirstQuestion {
    this.#watch.abort();
    return this.#question;
  }

  /** Nobody is interested any more. */
  end(): void {
    this.#end.abort();
  }

  #forgetAnswer(): void {
    this.#channel?.close();
    this.#asked.database.close();
    this.#question = withoutAnswer(this.#question, Infinity);
  }

  #hearTabs(): void {
    const {signal} = this.#watch;
    const channel = signal.aborted ? undefined : openVisitChannel(this.#asked.key);
    if (!channel) return;
    this.#channel = channel;
    channel.onmessage = ({data}: MessageEvent<VisitMessage>) => {
      if (data === 'changed') void this.#look();
    };
    signal.addEventListener('abort', () => channel.close());
  }

  /** Lets a session follow what another tab has changed, if that is about the offer. */
  async #look(): Promise<void> {
    const {key, database, answer} = this.#asked;
    const visit = await readVisit(key, database.use).catch(() => undefined);
    if (!visit?.visitorId) return;
    const {id, visitorId} = this.#options.offer;
    const isSame = visit.visitorId === visitorId && foldOf(visit, id) === undefined && offerIn(answer, visit);
    if (!isSame) this.#options.onNeed();
  }
}
