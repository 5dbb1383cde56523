import {ExchangeLog} from './request-log.js';
import {available, type HandoffScenario} from './handoff/handoff-scenarios.js';
import {ScenarioQueue} from './scenarios/scenario-queue.js';
import {Visitors} from './monitoring/visitors.js';

/** A brand's account. It shares nothing with the other accounts. */
export interface Account {
  readonly log: ExchangeLog;
  visitors: Visitors;
  scenario: ScenarioQueue;
  /** How it answers who asks for a link. */
  handoff: HandoffScenario;
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
    const account = {log: new ExchangeLog(), ...this.#beginning()};
    this.#accounts.set(id, account);
    return account;
  }

  /** Forgets visitors, log and scenarios; who listens to the log goes on listening. */
  forget(id: string): void {
    const account = this.get(id);
    account.log.clear();
    Object.assign(account, this.#beginning());
  }

  #beginning(): Omit<Account, 'log'> {
    return {visitors: new Visitors(this.#now), scenario: new ScenarioQueue(), handoff: available};
  }
}
