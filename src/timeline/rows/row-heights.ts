/** What is known of a row before it is drawn. */
export interface Row {
  /** The same as long as it is the same row. */
  readonly key: unknown;
  /** Rows of one kind are about as high as each other. */
  readonly kind: string;
}

/** In px, as long as no row of the kind has been seen. */
const guess = 80;

/** In px: far down a long page, engines round what they measure. */
const tolerance = 0.1;

/** How high the rows of a list are, and where each begins: those that were measured, and those that were never drawn. */
export class RowHeights {
  #rows: readonly Row[] = [];
  readonly #measured = new Map<unknown, number>();
  /** The first measured height of each kind: it stays, so that rows do not move whenever another one is measured. */
  readonly #usual = new Map<string, number>();
  #offsets: Float64Array | undefined;

  show(rows: readonly Row[]): void {
    if (rows === this.#rows) return;
    this.#rows = rows;
    this.#offsets = undefined;
  }

  /** Keeps the height of a row that was measured. Says whether that is new. */
  set({key, kind}: Row, height: number): boolean {
    if (Math.abs((this.#measured.get(key) ?? -1) - height) < tolerance) return false;
    this.#measured.set(key, height);
    if (!this.#usual.has(kind)) this.#usual.set(kind, height);
    this.#offsets = undefined;
    return true;
  }

  /** Forgets every height: the rows are wider or narrower now. */
  clear(): void {
    this.#measured.clear();
    this.#usual.clear();
    this.#offsets = undefined;
  }

  /** Where a row begins, in px below the first one; for the number of rows, where the last one ends. */
  offset(index: number): number {
    return this.#allOffsets()[index] ?? 0;
  }

  /** The row at a place, in px below the beginning of the first one. */
  indexAt(place: number): number {
    const offsets = this.#allOffsets();
    let low = 0;
    let high = Math.max(0, this.#rows.length - 1);
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((offsets[middle] ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #allOffsets(): Float64Array {
    if (this.#offsets) return this.#offsets;
    const offsets = new Float64Array(this.#rows.length + 1);
    let place = 0;
    let index = 0;
    for (const {key, kind} of this.#rows) {
      offsets[index++] = place;
      place += this.#measured.get(key) ?? this.#usual.get(kind) ?? guess;
    }
    offsets[index] = place;
    return (this.#offsets = offsets);
  }
}
