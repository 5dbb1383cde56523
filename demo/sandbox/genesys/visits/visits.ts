import {FrameLog} from './frame-log.js';

/** A browser's visit as the vendor counts them, independent of all others. */
export interface Visit {
  readonly id: string;
  readonly log: FrameLog;
  /** Functions that each end one connection of a page. */
  readonly connections: Set<() => void>;
  /** Whether its Bayeux sessions are bound to a cookie. @default the setting for all visits */
  cookies?: boolean;
}

/** In ms. */
const maxIdle = 5 * 60_000;

/** All visits. Each is created when its id is first used, and forgotten after 5 minutes without use. */
export class Visits {
  readonly #now: () => number;
  readonly #visits = new Map<string, {readonly visit: Visit; usedAt: number}>();

  constructor(now: () => number) {
    this.#now = now;
  }

  get(id: string): Visit {
    this.#forgetIdle();
    const known = this.#visits.get(id) ?? {visit: newVisit(id, this.#now), usedAt: 0};
    known.usedAt = this.#now();
    this.#visits.set(id, known);
    return known.visit;
  }

  /** Ends the connections of the visit's pages, which then have to reconnect, and clears the log. */
  disconnect(id: string): void {
    const {connections, log} = this.get(id);
    for (const end of connections) end();
    log.clear();
  }

  /** Ends the connections of all pages. */
  close(): void {
    for (const {visit} of this.#visits.values()) for (const end of visit.connections) end();
  }

  #forgetIdle(): void {
    for (const [id, {visit, usedAt}] of this.#visits) {
      const isUsed = visit.connections.size > 0 || visit.log.isUsed;
      if (!isUsed && this.#now() - usedAt >= maxIdle) this.#visits.delete(id);
    }
  }
}

function newVisit(id: string, now: () => number): Visit {
  return {id, log: new FrameLog(now), connections: new Set()};
}
