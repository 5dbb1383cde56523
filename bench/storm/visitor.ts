import type {LadderStore} from '../../src/http/ladder.js';
import {retry, type RetryPolicy} from '../../src/http/retry.js';
import {plainQuestion} from '../../src/vendors/liveperson/monitoring/monitoring-request.js';
import {monitoringMemory, sharedAnswer, withAnswer} from '../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {emptyVisit, type Visit} from '../../src/visit/visit.js';
import type {LimitedServer} from './limited-server.js';
import type {SimulatedTime} from './simulated-time.js';

export interface World {
  readonly time: SimulatedTime;
  readonly server: LimitedServer;
  readonly policy: RetryPolicy;
}

/** What all tabs of a visitor share: the visit, the ladder in it, and the lock. */
export class Visitor {
  readonly #world: World;
  #visit: Visit = emptyVisit;
  #turn: Promise<unknown> = Promise.resolve();
  requests = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** Opens a page, which asks until it has an answer or gives up. Resolves with whether it has one. */
  async open(signal: AbortSignal): Promise<boolean> {
    const {policy, time} = this.#world;
    const since = time.now();
    try {
      await retry(() => this.#ask(since), {
        policy,
        ladder: this.#ladder,
        signal,
        exclusively: (task) => this.#takeTurn(task),
        sleep: time.sleep,
        now: time.now,
      });
      return true;
    } catch {
      return false;
    }
  }

  #ask(since: number): Promise<void> {
    const {server, time} = this.#world;
    if (sharedAnswer(this.#visit, plainQuestion, since, time.now())) return Promise.resolve();
    this.requests += 1;
    return new Promise((resolve) => {
      server.answer();
      this.#visit = withAnswer(this.#visit, {visitorId: 'visitor', sessionId: 'session'}, plainQuestion, time.now());
      resolve();
    });
  }

  readonly #ladder: LadderStore = {
    read: () => Promise.resolve(monitoringMemory.read(this.#visit).ladder),
    write: (ladder) => Promise.resolve((this.#visit = monitoringMemory.write(this.#visit, {ladder}))),
  };

  /** The lock that tabs share. */
  #takeTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(task);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}
