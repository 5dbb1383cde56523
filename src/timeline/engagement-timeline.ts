import {html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {guard} from 'lit/directives/guard.js';
import {chooseLanguage, directionOf} from '../messages/catalog.js';
import {pageLanguage} from '../messages/page-language.js';
import type {EngagementRecord} from '../record/engagement-record.js';
import {findAxis, type Axis} from './axis.js';
import {styles} from './engagement-timeline.styles.js';
import {readEntries, type Entries} from './entries.js';
import {factsOf} from './facts.js';
import {createFormats} from './sentences/formats.js';
import {renderHead, renderUntimed} from './head.js';
import {icons} from './icons.js';
import {renderIcon, renderRow} from './row.js';
import type {RowView, Telling} from './row-view.js';
import {Rows} from './rows.js';
import {renderRuler} from './ruler.js';
import {Ticker} from './ticker.js';
import {english, loadTranslation, type Translation} from './sentences/translation.js';
import {version} from './version.js';
import {createNames} from './sentences/words.js';

/**
 * Draws the history of one engagement on a time axis: participants, waits in queues, and transfers.
 *
 * It shows `record` and sends no requests. Times outside the engagement are drawn at its edges, and a sentence points
 * them out. `engagement-timeline` is registered by `web-engagement/timeline.js`.
 *
 * @example
 * import 'web-engagement/timeline.js';
 *
 * const timeline = document.createElement('engagement-timeline');
 * timeline.timeZone = 'Europe/Berlin';
 * timeline.record = toEngagementRecord(await glia.getEngagement(id));
 * document.body.append(timeline);
 *
 * @tag engagement-timeline
 * @summary The history of one engagement on a time axis, for agent desktops.
 *
 * @csspart timeline - The whole timeline.
 * @csspart title - The heading.
 * @csspart status - Whether the engagement is in progress.
 * @csspart entry - One row.
 * @csspart untimed - The entries without a time.
 *
 * @cssproperty [--engagement-timeline-surface=light-dark(#fff, #171a21)] - Background.
 * @cssproperty [--engagement-timeline-on-surface=light-dark(#1a1f2b, #eceff5)] - Text; at least 7:1 against the background.
 * @cssproperty [--engagement-timeline-radius=12px] - Corner radius.
 * @cssproperty [--engagement-timeline-font=system-ui, sans-serif] - Font family.
 */
export class EngagementTimelineElement extends LitElement {
  static readonly version = version;
  static override styles = styles;

  static override get properties(): PropertyDeclarations {
    return {
      record: {attribute: false},
      locale: {},
      timeZone: {attribute: 'time-zone'},
      headingLevel: {attribute: 'heading-level', type: Number},
      clock: {attribute: false},
    };
  }

  /** The record that is shown. `toEngagementRecord` of the Glia and Avaya entries creates one. */
  declare record: EngagementRecord | undefined;

  /** Language and region of words and times. When absent: those of the page. */
  declare locale: string | undefined;

  /** Time zone of the times, such as `Europe/Berlin`. When absent: the reader's own. */
  declare timeZone: string | undefined;

  /** Level of the heading, 1 to 6. `0` for a title that is not a heading. */
  declare headingLevel: number;

  /** Returns the current time, in ms since the epoch. An engagement in progress is drawn up to this time. */
  declare clock: () => number;

  readonly #ticker = new Ticker(() => this.requestUpdate('clock'));
  readonly #rows = new Rows();
  #translation: Translation = english;
  #entries: Entries = {timed: [], untimed: []};
  #axis: Axis | undefined;
  #telling: Omit<Telling, 'axis'> | undefined;
  #open = new Set<number>();
  #current = 0;
  #nextChunk: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.headingLevel = 2;
    this.clock = Date.now;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate('clock');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#ticker.run(false);
    clearTimeout(this.#nextChunk);
  }

  // Unlike `willUpdate`, this does not run on a server.
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('record')) this.#readRecord();
    if (changed.size > 0) this.#prepare(changed.has('record'));
    super.update(changed);
    this.#ticker.run(this.isConnected && this.#axis?.isRunning === true);
    this.#scheduleChunk();
  }

  protected override render(): TemplateResult {
    const {language, sentences} = this.#translation;
    const {record} = this;
    return html`<section
      class="timeline"
      part="timeline"
      lang=${language}
      dir=${directionOf(language)}
      aria-labelledby=${record ? 'title' : nothing}
    >
      ${record && this.#telling ? this.#renderRecord(record, this.#telling) : html`<p class="empty">${sentences.noRecord}</p>`}
    </section>`;
  }

  #renderRecord(record: EngagementRecord, telling: Omit<Telling, 'axis'>): unknown {
    return [
      renderHead(record, this.#axis, this.headingLevel, telling),
      this.#axis ? this.#renderChart(this.#axis, telling) : html`<p class="empty">${telling.sentences.noTimes}</p>`,
      renderUntimed(record, this.#entries.untimed, telling),
    ];
  }

  #renderChart(axis: Axis, {sentences, formats, nameOf}: Omit<Telling, 'axis'>): TemplateResult {
    const rows = this.#rows.made;
    const marked = rows.filter(({marks}) => marks.length > 0).length;
    return html`
      ${marked > 0 ? html`<p class="hint">${renderIcon(icons.mark)} ${sentences.marked(formats.number(marked))}</p>` : nothing}
      <div class="chart">
        ${renderRuler(axis, formats)}
        <span id="keys" hidden>${sentences.keys}</span>
        <ol
          role="list"
          aria-labelledby="title"
          aria-describedby="keys"
          @keydown=${(event: KeyboardEvent) => this.#move(event)}
          @focusin=${(event: FocusEvent) => this.#follow(event)}
        >
          ${rows.map((row, index) => this.#renderRow(row, index, {sentences, formats, nameOf}))}
        </ol>
      </div>
    `;
  }

  /** Draws a row anew only if something about it is different: a record may have hundreds of them. */
  #renderRow(row: RowView, index: number, names: Omit<Telling, 'axis'>): unknown {
    const isCurrent = index === this.#current;
    const isOpen = this.#open.has(index);
    return guard([row, isCurrent, isOpen], () => {
      const facts = isOpen ? factsOf(row.entry, names) : undefined;
      return renderRow(row, {index, isCurrent, facts, toggle: this.#toggle});
    });
  }

  #readRecord(): void {
    this.#entries = this.record ? readEntries(this.record) : {timed: [], untimed: []};
    this.#open.clear();
    this.#current = 0;
  }

  #prepare(isNew: boolean): void {
    const {record} = this;
    const wanted = this.locale ?? pageLanguage(this) ?? navigator.language;
    this.#chooseLanguage(wanted);
    this.#axis = record && findAxis(record, this.clock());
    if (!record) return;
    const {language, sentences} = this.#translation;
    const locale =
      chooseLanguage([wanted]) === language && wanted.toLowerCase().startsWith(language) ? wanted : language;
    const formats = createFormats(locale, this.timeZone, this.#axis);
    this.#telling = {sentences, formats, nameOf: createNames(record.participants)};
    const drawn = isNew ? 0 : this.#rows.made.length;
    if (this.#axis) this.#rows.restart(this.#entries.timed, {...this.#telling, axis: this.#axis}, drawn);
  }

  #chooseLanguage(wanted: string): void {
    const language = chooseLanguage([wanted]);
    if (language === this.#translation.language) return;
    void loadTranslation(language).then((translation) => {
      if (translation.language === this.#translation.language) return;
      this.#translation = translation;
      this.requestUpdate('clock');
    });
  }

  #scheduleChunk(): void {
    clearTimeout(this.#nextChunk);
    if (!this.isConnected || this.#rows.isComplete) return;
    this.#nextChunk = setTimeout(() => {
      this.#rows.continue();
      this.requestUpdate();
    });
  }

  readonly #toggle = (index: number): void => {
    if (!this.#open.delete(index)) this.#open.add(index);
    this.requestUpdate();
  };

  #follow({target}: FocusEvent): void {
    const index = Number((target as HTMLElement).dataset['index']);
    if (index === this.#current) return;
    this.#current = index;
    this.requestUpdate();
  }

  #move(event: KeyboardEvent): void {
    const last = this.#rows.made.length - 1;
    const targets: Partial<Record<string, number>> = {
      ArrowDown: this.#current + 1,
      ArrowUp: this.#current - 1,
      Home: 0,
      End: last,
    };
    const target = targets[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const index = Math.min(last, Math.max(0, target));
    this.renderRoot.querySelector<HTMLElement>(`[data-index="${index}"]`)?.focus();
  }
}
