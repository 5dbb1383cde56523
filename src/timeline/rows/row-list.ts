import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {repeat} from 'lit/directives/repeat.js';
import {renderLines, renderRuler} from '../chart/ruler.js';
import {renderZoomChoice} from '../chart/zoom-choice.js';
import type {Zoom} from '../chart/zoom.js';
import type {Entry} from './entries.js';
import {factsOf} from './facts.js';
import {renderGroup} from './group-row.js';
import {keyTarget} from './key-target.js';
import {LineList} from './line-list.js';
import type {EntryLine, Line} from './lines.js';
import {room} from './room.js';
import {renderRow} from './row.js';
import {toRowView, type RowView, type Telling} from './row-view.js';
import {WindowOfRows} from './window-of-rows.js';

type Host = ReactiveControllerHost & {readonly renderRoot: ParentNode};

/** Draws the lines of a record as a list that scrolls, and follows the keyboard in it. */
export class RowList {
  readonly #host: Host;
  readonly #window: WindowOfRows;
  readonly #lines = new LineList();
  readonly #views = new Map<Line, RowView>();
  #telling: Telling | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#window = new WindowOfRows(host);
  }

  /** Begins with another record. */
  restart(): void {
    this.#lines.restart();
    this.#window.restart();
  }

  /** Takes the entries, and the words and the axis to tell them in. */
  show(entries: readonly Entry[], telling: Telling): void {
    this.#telling = telling;
    this.#lines.show(entries, telling);
    this.#takeLines();
  }

  render(): unknown {
    const telling = this.#telling;
    if (!telling) return nothing;
    const {sentences, formats, axis} = telling;
    const {zooms, zoom, all} = this.#lines;
    const choose = (wanted: Zoom): void => this.#choose(wanted);
    // Round stretches have their labels at the same places, so the lines of one are those of all.
    const group = all.find((line) => line.kind === 'group')?.group;
    return html`
      ${renderZoomChoice({zooms, zoom, choose}, sentences)}
      <div class="chart" @scroll=${this.#window.follow}>
        <div class="rows">
          ${group ? nothing : renderRuler(axis, formats)} ${renderLines(group?.axis ?? axis, formats)}
          <span id="keys" hidden>${sentences.keys}</span>
          ${this.#renderList(telling)}
        </div>
      </div>
    `;
  }

  #renderList(telling: Telling): TemplateResult {
    const {all, current} = this.#lines;
    const indexes = this.#window.indexes([current, this.#lines.headOf(this.#window.top) ?? current]);
    const rest = this.#window.gap(all.length, indexes.at(-1));
    return html`<ol
      role="list"
      aria-labelledby="title"
      aria-describedby="keys"
      @keydown=${this.#move}
      @focusin=${this.#follow}
      ${room('paddingBlockEnd', rest)}
    >
      ${repeat(
        indexes,
        (index) => all[index]?.key,
        (index, place) => {
          const gap = this.#window.gap(index, indexes[place - 1]);
          return this.#renderItem(index, gap, index === current, telling);
        },
      )}
    </ol>`;
  }

  #renderItem(index: number, gap: number, isCurrent: boolean, telling: Telling): unknown {
    const line = this.#lines.all[index];
    if (!line) return undefined;
    const look = line.kind === 'group' ? 'group' : `row ${this.#view(line, telling).look}`;
    return html`<li
      class=${look}
      part=${line.kind === 'group' ? 'group' : 'entry'}
      data-index=${index}
      aria-setsize=${this.#lines.all.length}
      aria-posinset=${index + 1}
      aria-level=${line.kind === 'group' || !line.isInGroup ? 1 : 2}
      ${room('marginBlockStart', gap)}
    >
      ${this.#renderLine(line, index, isCurrent, telling)}
    </li>`;
  }

  /** Draws a line anew only if something about it is different: scrolling draws the list again and again. */
  #renderLine(line: Line, index: number, isCurrent: boolean, telling: Telling): unknown {
    const isOpen = this.#lines.isOpen(line);
    const pieces = this.#lines.piecesOf(index);
    const toggle = (): void => this.#toggle(line, index);
    return guard([line, telling, index, isCurrent, isOpen, pieces], () => {
      if (line.kind === 'group') return renderGroup(line, {isCurrent, toggle}, telling);
      const facts = isOpen ? factsOf(line.key, telling) : undefined;
      return renderRow(this.#view(line, telling), {index, isCurrent, facts, pieces: pieces ?? [], toggle});
    });
  }

  #view(line: EntryLine, telling: Telling): RowView {
    const view = this.#views.get(line) ?? toRowView(line.key, telling, line.axis);
    this.#views.set(line, view);
    return view;
  }

  #takeLines(): void {
    this.#views.clear();
    this.#window.show(this.#lines.all);
  }

  #choose(zoom: Zoom): void {
    const index = this.#lines.choose(zoom, this.#window.top);
    this.#takeLines();
    this.#window.reveal(index);
    this.#host.requestUpdate();
  }

  #toggle(line: Line, index: number): void {
    this.#lines.toggle(line);
    this.#takeLines();
    // The head of a group may stand in sight though its own place is above.
    if (index < this.#window.top) this.#window.reveal(index);
    this.#host.requestUpdate();
  }

  readonly #follow = ({target}: FocusEvent): void => {
    const item = (target as Element).closest<HTMLElement>('[data-index]');
    this.#lines.moveTo(Number(item?.dataset['index']));
    this.#host.requestUpdate();
  };

  readonly #move = (event: KeyboardEvent): void => {
    const {first, current, all} = this.#lines;
    const target = keyTarget(event, current, {first, last: all.length - 1});
    if (target === undefined) return;
    event.preventDefault();
    void this.#focus(target);
  };

  /** The line may have to be drawn before it can have the focus. What has nothing to open, above the first, is shown too. */
  async #focus(index: number): Promise<void> {
    this.#lines.moveTo(index);
    if (index === this.#lines.first) this.#window.reveal(0);
    this.#host.requestUpdate();
    do await this.#host.updateComplete;
    while (this.#window.isSettling);
    this.#host.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus();
  }
}
