import type {Entry} from './entries.js';
import {toRowView, type RowView, type Telling} from './row-view.js';

/** As many rows as are made and drawn within a few ms; the next ones follow in a task of their own. */
const chunk = 16;

/** The first ones share their task with whatever an element and the formats need to begin. */
const firstChunk = 4;

/** Makes the rows of a long record in small steps, so that the page can do something else in between. */
export class Rows {
  #entries: readonly Entry[] = [];
  #telling: Telling | undefined;
  #made: RowView[] = [];

  get made(): readonly RowView[] {
    return this.#made;
  }

  get isComplete(): boolean {
    return this.#made.length >= this.#entries.length;
  }

  /** Starts anew, and makes as many rows as there were before: what has been drawn does not vanish. */
  restart(entries: readonly Entry[], telling: Telling, atLeast: number): void {
    this.#entries = entries;
    this.#telling = telling;
    this.#made = [];
    this.#makeUpTo(Math.max(firstChunk, atLeast));
  }

  /** Makes the next few rows. */
  continue(): void {
    this.#makeUpTo(this.#made.length + chunk);
  }

  #makeUpTo(count: number): void {
    const telling = this.#telling;
    if (!telling) return;
    this.#made.push(...this.#entries.slice(this.#made.length, count).map((entry) => toRowView(entry, telling)));
  }
}
