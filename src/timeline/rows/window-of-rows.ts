import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {RowHeights, type Row} from './row-heights.js';

type Host = ReactiveControllerHost & {readonly renderRoot: ParentNode};

/** How many rows are drawn before the room for them is known. */
const first = 6;

/** Where the window begins and ends is a multiple of this, so that it does not move with every pixel. */
const step = 4;

/**
 * Says which rows of a long list are drawn: those in sight, and half as much on each side.
 *
 * Rows are as high as they are. One that does not follow the row above it in the list stands as far from it as the rows
 * between them are high, or are thought to be. When a thought proves wrong, what is in sight stays where it is.
 */
export class WindowOfRows implements ReactiveController {
  readonly #host: Host;
  readonly #heights = new RowHeights();
  #rows: readonly Row[] = [];
  #drawn: readonly [from: number, to: number] = [0, 0];
  #scroller: HTMLElement | undefined;
  #observer: ResizeObserver | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #size = {block: 0, inline: 0};
  /** Where the list was scrolled to before it was drawn: WebKit moves it while rows come and go. */
  #before = 0;
  /** Where it is to be scrolled to once the room for rows that are not drawn is right. */
  #pending: number | undefined;
  #isAtEnd = false;
  #revealed: number | undefined;
  #isPrinting = false;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeprint', this.#print);
    addEventListener('afterprint', this.#print);
  }

  hostDisconnected(): void {
    removeEventListener('beforeprint', this.#print);
    removeEventListener('afterprint', this.#print);
    clearTimeout(this.#timer);
    this.#observer?.disconnect();
    this.#scroller = undefined;
  }

  hostUpdate(): void {
    this.#before = this.#pending ?? this.#scroller?.scrollTop ?? 0;
    this.#pending = undefined;
  }

  hostUpdated(): void {
    this.#observe();
    const scroller = this.#scroller;
    if (!scroller) return;
    const anchor = this.#heights.indexAt(this.#before);
    const before = this.#heights.offset(anchor);
    // Before the room is known, nothing waits for a layout.
    const isChanged = this.#size.block > 0 && this.#measure(scroller);
    const shift = this.#heights.offset(anchor) - before;
    const end = this.#isAtEnd ? this.#rows.length : undefined;
    const shown = this.#revealed ?? end;
    const place = shown === undefined ? this.#before + shift : this.#heights.offset(shown);
    if (this.#size.block > 0 && scroller.scrollTop !== place) scroller.scrollTop = place;
    this.#revealed = undefined;
    this.#isAtEnd &&= isChanged;
    if (isChanged) this.#pending = place;
    if (isChanged) void this.#host.updateComplete.then(() => this.#host.requestUpdate());
  }

  show(rows: readonly Row[]): void {
    this.#rows = rows;
    this.#heights.show(rows);
  }

  /** Back to the first row, for another list. */
  restart(): void {
    this.#heights.clear();
    if (this.#scroller) this.#revealed = 0;
  }

  /** Scrolls a row to the top once it is drawn. */
  reveal(index: number): void {
    this.#revealed = index;
  }

  /** Whether it is about to be drawn again, with rows of other heights than they were thought to be. */
  get isSettling(): boolean {
    return this.#pending !== undefined;
  }

  /** The first row in sight. */
  get top(): number {
    return this.#heights.indexAt(this.#place);
  }

  /** Which rows are drawn, in order: the window, and those that are kept wherever it is. */
  indexes(kept: readonly number[]): number[] {
    this.#drawn = this.#find();
    const [from, to] = this.#drawn;
    const inWindow = Array.from({length: to - from}, (_, index) => from + index);
    const others = kept.filter((index) => index < from || index >= to);
    return [...new Set([...inWindow, ...others])].sort((a, b) => a - b);
  }

  /** How far a row stands from the drawn row above it, or from the top of the list, in px. */
  gap(index: number, above = -1): number {
    return this.#heights.offset(index) - this.#heights.offset(above + 1);
  }

  readonly follow = (): void => {
    if (this.#pending !== undefined) return;
    this.#before = this.#scroller?.scrollTop ?? 0;
    const [from, to] = this.#find();
    if (from === this.#drawn[0] && to === this.#drawn[1]) return;
    const {scrollHeight = 0, clientHeight = 0, scrollTop = 0} = this.#scroller ?? {};
    // Who scrolls to the end comes to the end, however high the last rows prove to be.
    this.#isAtEnd = scrollTop + clientHeight > scrollHeight - 2;
    this.#host.requestUpdate();
  };

  get #place(): number {
    if (this.#revealed !== undefined) return this.#heights.offset(this.#revealed);
    return this.#before;
  }

  #find(): readonly [from: number, to: number] {
    const {length} = this.#rows;
    if (this.#isPrinting) return [0, length];
    const {block} = this.#size;
    if (block === 0) return [0, Math.min(first, length)];
    const from = this.#heights.indexAt(this.#place - block / 2);
    const to = this.#heights.indexAt(this.#place + block * 1.5) + 1;
    return [Math.floor(from / step) * step, Math.min(length, Math.ceil(to / step) * step)];
  }

  #observe(): void {
    const scroller = this.#host.renderRoot.querySelector<HTMLElement>('.chart') ?? undefined;
    if (scroller === this.#scroller) return;
    this.#scroller = scroller;
    // Whatever is drawn while sizes are reported would be reported to the page as an error. A task comes soon, which a frame
    // does not on a busy machine.
    this.#observer ??= new ResizeObserver(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#resize());
    });
    this.#observer.disconnect();
    for (const element of [scroller, scroller?.firstElementChild]) if (element) this.#observer.observe(element);
  }

  #resize(): void {
    const {clientHeight: block = 0, clientWidth: inline = 0} = this.#scroller ?? {};
    if (inline !== this.#size.inline) {
      const {top} = this;
      this.#heights.clear();
      this.#revealed ??= top;
    }
    this.#size = {block, inline};
    this.#host.requestUpdate();
  }

  /** Measures what is drawn. Says whether something is of another height than it was thought to be. */
  #measure(scroller: HTMLElement): boolean {
    const items = [...scroller.querySelectorAll<HTMLElement>('ol > li')];
    const changed = items.filter((item) => {
      const row = this.#rows[Number(item.dataset['index'])];
      return row && this.#heights.set(row, item.getBoundingClientRect().height);
    });
    return changed.length > 0;
  }

  readonly #print = ({type}: Event): void => {
    this.#isPrinting = type === 'beforeprint';
    this.#host.requestUpdate();
  };
}
