import {
  askFirst,
  type FirstQuestion,
  type FirstQuestionOptions,
} from '../../vendors/liveperson/monitoring/first/first-question.js';
import {createDatabase} from '../../visit/database.js';
import {updateVisit} from '../../visit/visit-transactions.js';
import type {Visit} from '../../visit/visit.js';
import {hearOfForgetting, type Forgetting} from './forgetting.js';
import {tabsNameOf, visitKey} from '../visit-key.js';

export type {FirstQuestion};

/** The account that is asked. */
export type AskSettings = Pick<FirstQuestionOptions, 'accountId' | 'appInstallationId' | 'apiHost' | 'apiVersion'>;

export interface AskListener {
  /** Called when an offer is likely to come. */
  readonly onHint: () => void;
  readonly onAnswer: (question: FirstQuestion) => void;
  /** Called when the visitor has logged out in another tab, or has withdrawn their consent there. */
  readonly onForget: (cause: Forgetting) => void;
}

/** Begins to ask. */
export type Ask = (
  settings: AskSettings,
  listener: AskListener,
  before: FirstQuestion | undefined,
) => Pick<FirstAsk, 'question' | 'stop'>;

/** Asks without a session, and hears from the other tabs while the page is there. */
export class FirstAsk {
  readonly #settings: AskSettings;
  readonly #listener: AskListener;
  readonly #stay = new AbortController();
  /** Resolves with what came of it, also when it was stopped. */
  readonly question: Promise<FirstQuestion>;

  /** @param before what the page has asked before, if it has come back from the back/forward cache */
  constructor(settings: AskSettings, listener: AskListener, before?: FirstQuestion) {
    this.#settings = settings;
    this.#listener = listener;
    const key = visitKey(settings);
    hearOfForgetting(key, (cause) => this.#hear(cause, key), this.#stay.signal);
    this.question = this.#ask(key, before);
  }

  stop(): void {
    this.#stay.abort();
  }

  get isStopped(): boolean {
    return this.#stay.signal.aborted;
  }

  async #ask(key: string, before: FirstQuestion | undefined): Promise<FirstQuestion> {
    const {signal} = this.#stay;
    const {onHint, onAnswer} = this.#listener;
    const database = createDatabase();
    const options = {...this.#settings, key, before, database, lockName: tabsNameOf(key), signal, onHint};
    const question = await askFirst(options);
    if (question.result !== 'open') database.close();
    if (signal.aborted) question.release();
    else onAnswer(question);
    return question;
  }

  #hear(cause: Forgetting, key: string): void {
    this.#listener.onForget(cause);
    if (cause === 'reset') void this.#forget(key);
  }

  /** What this page has written while the visitor logged out in another tab is forgotten, too. */
  async #forget(key: string): Promise<void> {
    const {visit, database} = await this.question;
    if (!visit?.visitorId) return;
    const withoutIt = (latest: Visit): Visit => (latest.visitorId === visit.visitorId ? {} : latest);
    await updateVisit(key, withoutIt, database.use).catch(() => undefined);
    database.close();
  }
}
