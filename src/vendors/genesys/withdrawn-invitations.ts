import {createVisitSlice} from '../../visit/visit-slice.js';
import type {VisitStore} from '../../visit/visit-store.js';

/** How long a late copy of a withdrawn invitation is refused, in ms. */
const lifetime = 600_000;
const mostRemembered = 100;

/** The time until which a late copy is refused, in ms since the epoch, by offer id. */
type Withdrawn = Readonly<Record<string, number>>;

const memory = createVisitSlice<{readonly withdrawn?: Withdrawn | undefined}>({withdrawn: {}});

/** Remembers withdrawn invitations, at once for this page and in the visit for later pages. */
export class WithdrawnInvitations {
  readonly #visits: VisitStore;
  readonly #now: () => number;
  #fresh: Withdrawn = {};
  #isSaving = false;

  constructor(visits: VisitStore, now: () => number) {
    this.#visits = visits;
    this.#now = now;
  }

  has(offerId: string): boolean {
    const until = this.#fresh[offerId] ?? memory.read(this.#visits.current).withdrawn?.[offerId] ?? 0;
    return until > this.#now();
  }

  add(offerId: string): void {
    this.#fresh = this.#prune({...this.#fresh, [offerId]: this.#now() + lifetime});
    void this.#save();
  }

  /** Runs one write at a time, and repeats it for invitations added in the meantime. */
  async #save(): Promise<void> {
    if (this.#isSaving) return;
    this.#isSaving = true;
    for (let saved; saved !== this.#fresh;) {
      const fresh = (saved = this.#fresh);
      await this.#visits.update((visit) => {
        const withdrawn = this.#prune({...memory.read(visit).withdrawn, ...fresh});
        return memory.write(visit, {withdrawn});
      });
    }
    this.#isSaving = false;
  }

  #prune(entries: Withdrawn): Withdrawn {
    const now = this.#now();
    const lasting = Object.entries(entries).filter(([, until]) => until > now);
    return Object.fromEntries(lasting.slice(-mostRemembered));
  }
}
