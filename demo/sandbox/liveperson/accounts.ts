import {available, type HandoffScenario} from './handoff/handoff-scenarios.js';
import {Visitors} from './monitoring/visitors.js';
import {RequestLog} from './request-log.js';
import {ScenarioQueue} from './scenarios/scenario-queue.js';

/** A brand's account, independent of all others. */
export interface Account {
  readonly log: RequestLog;
  visitors: Visitors;
  /** The answers to the next engagement requests. */
  scenario: ScenarioQueue;
  /** The answer to requests for a hand-off link. */
  handoff: HandoffScenario;
}

/** All accounts. Each is created when its id is first used. */
export class Accounts {
  readonly #now: () => number;
  readonly #accounts = new Map<string, Account>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(id: string): Account {
    const known = this.#accounts.get(id);
    if (known) return known;
    const account = {log: new RequestLog(), ...this.#initialState()};
    this.#accounts.set(id, account);
    return account;
  }

  /** Forgets visitors, log and scenarios. Subscribers of the log stay subscribed. */
  reset(id: string): void {
    const account = this.get(id);
    account.log.clear();
    Object.assign(account, this.#initialState());
  }

  #initialState(): Omit<Account, 'log'> {
    return {visitors: new Visitors(this.#now), scenario: new ScenarioQueue(), handoff: available};
  }
}
