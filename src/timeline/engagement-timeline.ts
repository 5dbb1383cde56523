import {html, LitElement, nothing, type PropertyDeclarations, type PropertyValues, type TemplateResult} from 'lit';
import {chooseLanguage, directionOf} from '../messages/catalog.js';
import {pageLanguage} from '../messages/page-language.js';
import type {EngagementRecord} from '../record/engagement-record.js';
import {findAxis, type Axis} from './chart/axis.js';
import {countMarked} from './chart/placement.js';
import {renderHead, renderHint, renderUntimed} from './header.js';
import {readEntries, type Entries} from './rows/entries.js';
import {RowList} from './rows/row-list.js';
import type {Telling} from './rows/row-view.js';
import {createFormats} from './sentences/formats.js';
import {english, loadTranslation, type Translation} from './sentences/translation.js';
import {createNames} from './sentences/words.js';
import {chartStyles} from './styles/chart.styles.js';
import {headStyles} from './styles/head.styles.js';
import {rowStyles} from './styles/rows.styles.js';
import {Ticker} from './ticker.js';
import {version} from './version.js';

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
 * @csspart group - The heading of an hour, or of ten minutes, in a long record.
 * @csspart untimed - The entries without a time.
 *
 * @cssproperty [--engagement-timeline-surface=light-dark(#fff, #171a21)] - Background.
 * @cssproperty [--engagement-timeline-on-surface=light-dark(#1a1f2b, #eceff5)] - Text; at least 7:1 against the background.
 * @cssproperty [--engagement-timeline-radius=12px] - Corner radius.
 * @cssproperty [--engagement-timeline-block-size=70vh] - Height of the entries at most; longer records scroll in it.
 * @cssproperty [--engagement-timeline-font=system-ui, sans-serif] - Font family.
 */
export class EngagementTimelineElement extends LitElement {
  static readonly version = version;
  static override styles = [headStyles, rowStyles, chartStyles];

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
  readonly #rows = new RowList(this);
  #translation: Translation = english;
  #entries: Entries = {timed: [], untimed: []};
  #axis: Axis | undefined;
  #names: Omit<Telling, 'axis'> | undefined;
  /** How many entries have times that do not fit. */
  #marked = 0;

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
  }

  // Unlike `willUpdate`, this does not run on a server.
  protected override update(changed: PropertyValues<this>): void {
    if (changed.has('record')) this.#readRecord();
    if (changed.size > 0) this.#prepare();
    super.update(changed);
    this.#ticker.run(this.isConnected && this.#axis?.isRunning === true);
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
      ${record && this.#names ? this.#renderRecord(record, this.#names) : html`<p class="empty">${sentences.noRecord}</p>`}
    </section>`;
  }

  #renderRecord(record: EngagementRecord, names: Omit<Telling, 'axis'>): unknown {
    const {timed: entries, untimed} = this.#entries;
    const axis = this.#axis;
    return [
      renderHead(record, {axis, entries}, this.headingLevel, names),
      renderHint(this.#marked, names),
      axis ? this.#rows.render() : html`<p class="empty">${names.sentences.noTimes}</p>`,
      renderUntimed(record, untimed, names),
    ];
  }

  #readRecord(): void {
    this.#entries = this.record ? readEntries(this.record) : {timed: [], untimed: []};
    this.#rows.restart();
  }

  #prepare(): void {
    const {record} = this;
    const wanted = this.locale ?? pageLanguage(this) ?? navigator.language;
    this.#chooseLanguage(wanted);
    this.#axis = record && findAxis(record, this.clock());
    if (!record) return;
    const {language, sentences} = this.#translation;
    const locale =
      chooseLanguage([wanted]) === language && wanted.toLowerCase().startsWith(language) ? wanted : language;
    const formats = createFormats(locale, this.timeZone, this.#axis);
    this.#names = {sentences, formats, nameOf: createNames(record.participants)};
    this.#showRows();
  }

  #showRows(): void {
    this.#marked = 0;
    const axis = this.#axis;
    if (!axis || !this.#names) return;
    const {timed} = this.#entries;
    this.#marked = countMarked(timed, axis);
    this.#rows.show(timed, {...this.#names, axis});
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
}
