import {connect, type Piece} from '../chart/connectors.js';
import {usualZoom, zoomsFor, type Zoom} from '../chart/zoom.js';
import {hasFacts, type Entry} from './entries.js';
import {toLines, type Line} from './lines.js';
import type {Telling} from './row-view.js';

/** In lines. */
const blockSize = 64;

/** The lines of a record as the reader has arranged them: in which stretches, what is open, and where the reader is. */
export class LineList {
  #entries: readonly Entry[] = [];
  #telling: Telling | undefined;
  #lines: readonly Line[] = [];
  readonly #pieces = new Map<number, ReadonlyMap<number, readonly Piece[]>>();
  #zooms: readonly Zoom[] = [];
  #chosen: Zoom | undefined;
  #current: unknown;
  readonly #open = new Set<unknown>();
  readonly #closed = new Set<unknown>();

  /** Forgets what the reader did to another record. */
  restart(): void {
    this.#open.clear();
    this.#closed.clear();
    this.#chosen = undefined;
    this.#current = undefined;
  }

  show(entries: readonly Entry[], telling: Telling): void {
    this.#entries = entries;
    this.#telling = telling;
    this.#zooms = zoomsFor(entries.length, telling.axis);
    this.#arrange();
  }

  get all(): readonly Line[] {
    return this.#lines;
  }

  get zooms(): readonly Zoom[] {
    return this.#zooms;
  }

  get zoom(): Zoom {
    return this.#chosen ?? usualZoom(this.#zooms, this.#entries.length);
  }

  /** The first line with something to open; only the whole engagement may have nothing. */
  get first(): number {
    const [line] = this.#lines;
    return !line || line.kind === 'group' || hasFacts(line.key) ? 0 : 1;
  }

  /** The line that Tab comes to. */
  get current(): number {
    const index = this.#lines.findIndex(({key}) => key === this.#current);
    return index < 0 ? this.first : index;
  }

  /** The head of the group that a line is in; nothing when it is in none. */
  headOf(index: number): number | undefined {
    const head = this.#lines.findLastIndex(({kind}, at) => at <= index && kind === 'group');
    return head < 0 ? undefined : head;
  }

  /** What a line shows of the connectors. They are found for a block of lines at a time. */
  piecesOf(index: number): readonly Piece[] | undefined {
    const block = Math.floor(index / blockSize);
    const pieces = this.#pieces.get(block) ?? connect(this.#lines, block * blockSize, (block + 1) * blockSize);
    this.#pieces.set(block, pieces);
    return pieces.get(index);
  }

  isOpen({key, kind}: Line): boolean {
    return kind === 'group' ? !this.#closed.has(key) : this.#open.has(key);
  }

  moveTo(index: number): void {
    this.#current = this.#lines[index]?.key;
  }

  /** Opens a line, or closes it. */
  toggle({key, kind}: Line): void {
    const keys = kind === 'group' ? this.#closed : this.#open;
    if (!keys.delete(key)) keys.add(key);
    this.#current = key;
    if (kind === 'group') this.#arrange();
  }

  /** Shows other stretches. Says where the entry is that was at the top. */
  choose(zoom: Zoom, top: number): number {
    const entry = top === 0 ? undefined : this.#lines.slice(top).find(({kind}) => kind !== 'group')?.key;
    this.#chosen = zoom;
    this.#closed.clear();
    this.#arrange();
    const index = this.#lines.findIndex(({key}) => key === entry);
    // The head of its group covers the line above it.
    return Math.max(0, zoom === 'whole' ? index : index - 1);
  }

  #arrange(): void {
    if (!this.#telling) return;
    const {axis, formats} = this.#telling;
    const offset = formats.offset(axis.from);
    this.#lines = toLines(this.#entries, {zoom: this.zoom, axis, offset, closed: this.#closed});
    this.#pieces.clear();
  }
}
