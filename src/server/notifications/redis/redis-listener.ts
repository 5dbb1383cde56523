import type {Entry, Listener} from '../notifications.js';

type Received = Pick<Entry, 'id' | 'data'>;

/** One stream of a visit. Until it has what it has missed, new entries wait. */
export class RedisListener {
  readonly visit: string;
  /** What it is among the pages of the visit. */
  readonly member: string;
  readonly #listener: Listener;
  #position: string;
  #isSettled = false;
  #waiting: Received[] | undefined = [];
  /** Ids of what it has caught up on. The store may tell of it later, by the other connection. */
  #known: ReadonlySet<string> = new Set();

  constructor(visit: string, listener: Listener) {
    this.visit = visit;
    this.member = `${crypto.randomUUID()} ${listener.page ?? ''}`;
    this.#listener = listener;
    this.#position = listener.after ?? '';
  }

  /** Id of the last entry that it has got, or that was there when it came. */
  get position(): string {
    return this.#position;
  }

  /** From now on, entries may be missed. Those that come wait. */
  hold(): void {
    this.#waiting ??= [];
  }

  receive(entry: Received): void {
    if (this.#waiting) this.#waiting.push(entry);
    else if (!this.#known.has(entry.id)) this.#pass(entry);
  }

  /**
   * Passes on what was missed, and then what has come meanwhile.
   *
   * @param newest id of the newest entry at that moment, or one that comes before all new ones
   */
  catchUp(missed: readonly Received[], newest: string): void {
    this.#known = new Set(missed.map(({id}) => id));
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const entry of missed) this.#pass(entry);
    this.#position = newest;
    if (!this.#isSettled) this.#listener.settle(newest);
    this.#isSettled = true;
    for (const entry of waiting) this.receive(entry);
  }

  #pass({id, data}: Received): void {
    this.#position = id;
    this.#listener.receive({id, at: Number(id.split('-')[0]), data});
  }
}

/** The page in a member of the sorted set. Undefined if it is not known. */
export function pageOf(member: string): string | undefined {
  return member.slice(member.indexOf(' ') + 1) || undefined;
}
