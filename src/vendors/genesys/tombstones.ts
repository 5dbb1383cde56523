import type {VisitStore} from '../../visit/visit-store.js';

/** How long a late copy of a withdrawn invitation is refused, in ms. */
const lifetime = 600_000;
const mostTombstones = 100;

/** Remembers which invitations were withdrawn, on this page at once and in the visit for those that follow. */
export class Tombstones {
  readonly #visits: VisitStore;
  readonly #now: () => number;
  #fresh: Readonly<Record<string, number>> = {};
  #isSaving = false;

  constructor(visits: VisitStore, now: () => number) {
    this.#visits = visits;
    this.#now = now;
  }

  has(offerId: string): boolean {
    const until = this.#fresh[offerId] ?? this.#visits.current.withdrawn?.[offerId] ?? 0;
    return until > this.#now();
  }

  add(offerId: string): void {
    this.#fresh = this.#prune({...this.#fresh, [offerId]: this.#now() + lifetime});
    void this.#save();
  }

  /** However many are added meanwhile, one writing at a time. */
  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    for (let saved; saved !== this.#fresh;) {
      const fresh = (saved = this.#fresh);
      await this.#visits.update((visit) => ({...visit, withdrawn: this.#prune({...visit.withdrawn, ...fresh})}));
    }
    this.#isSaving = false;
  }

  #prune(entries: Readonly<Record<string, number>>): Record<string, number> {
    const now = this.#now();
    const lasting = Object.entries(entries).filter(([, until]) => until > now);
    return Object.fromEntries(lasting.slice(-mostTombstones));
  }
}
