import {own} from '../check/own.js';
import {emptyVisit, type Visit} from './visit.js';

/** What a page knows of the visit, as last read or written, and whom it is about. */
export class KnownVisit {
  #current: Visit;
  #epoch = 0;
  /** Who has logged in. */
  #subject: string | undefined;
  /** The visitor id that was written last. */
  #written: string | undefined;

  constructor(current: Visit = emptyVisit) {
    this.#current = current;
  }

  get current(): Visit {
    return this.#current;
  }

  /** How often the visit was forgotten. What was begun before is void. */
  get epoch(): number {
    return this.#epoch;
  }

  /** The id of the visitor, who may have been written and not yet read. */
  get visitorId(): string | undefined {
    return this.#current.visitorId ?? this.#written;
  }

  noteWritten({visitorId}: Visit): void {
    this.#written = visitorId;
  }

  /** Takes over what is stored now. Returns whether another visitor had logged in, in another tab. */
  take(stored: Visit, visit: Visit): boolean {
    const isAnothers = this.#subject !== undefined && stored.subject !== undefined && stored.subject !== this.#subject;
    this.#current = visit === emptyVisit ? visit : own(visit);
    this.#subject = visit.subject ?? this.#subject;
    return isAnothers;
  }

  /** Forgets everything. */
  void(): void {
    this.#current = emptyVisit;
    this.#subject = undefined;
    this.#epoch += 1;
  }
}
