import {ExchangeLog} from './exchange-log.js';
import {ScenarioQueue} from './scenario-queue.js';
import {Visitors} from './visitors.js';

/** A brand's account. It shares nothing with the other accounts. */
export interface Account {
  readonly log: ExchangeLog;
  visitors: Visitors;
  scenario: ScenarioQueue;
}

/** All accounts; each comes into being when it is first named. */
export class Accounts {
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(id: string): Account {
    const known = this.#accounts.get(id);
    if (known) return known;
    const account = {log: new ExchangeLog(), visitors: new Visitors(this.#now), scenario: new ScenarioQueue()};
    this.#accounts.set(id, account);
    return account;
  }

  /** Forgets visitors, log and scenario; who listens to the log goes on listening. */
  forget(id: string): void {
    const account = this.get(id);
    account.log.clear();
    account.visitors = new Visitors(this.#now);
    account.scenario = new ScenarioQueue();
  }
}
