import {setTimeout as pause} from 'node:timers/promises';
import type {GatewayLoad} from './gateway-load.js';

/** When each attempt was posted and when it has come, in ms. */
export class Delays {
  readonly #sentAt = new Map<string, number>();
  readonly #delays: number[] = [];

  get values(): readonly number[] {
    return this.#delays;
  }

  /** Takes an attempt that has reached a page. */
  note(id: string): void {
    const sentAt = this.#sentAt.get(id);
    if (sentAt === undefined) return;
    this.#sentAt.delete(id);
    this.#delays.push(performance.now() - sentAt);
  }

  /** Invites one visit after the other, so many in a second, and resolves when all of it has come. */
  async send(
    load: GatewayLoad,
    visits: readonly string[],
    {rate, count}: {rate: number; count: number},
  ): Promise<void> {
    const start = performance.now();
    const calls: Promise<unknown>[] = [];
    for (let sent = 0; sent < count;) {
      const due = Math.min(count, ((performance.now() - start) / 1_000) * rate);
      for (; sent < due; sent++) calls.push(this.#post(load, visits[(sent * 7_919) % visits.length] ?? '', `E${sent}`));
      await pause(1);
    }
    await Promise.all(calls);
    while (this.#sentAt.size > 0) await pause(5);
  }

  async #post(load: GatewayLoad, visit: string, id: string): Promise<void> {
    this.#sentAt.set(id, performance.now());
    const status = await load.engage(visit, id);
    if (status !== 200) throw new Error(`Expected the gateway to answer 200, got ${status}.`);
  }
}
