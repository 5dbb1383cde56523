import './element/define.js';
import type {WebEngagementElement} from './element/web-engagement.js';
import type {Offer} from './engagement/offer.js';
import type {EngagementSource, OfferAct, SourceFact} from './engagement/source.js';
import type {EngagementStateName} from './engagement/state.js';
import type {Settings} from './tag/settings/settings.js';
import {visitKey} from './tag/visit-key.js';
import {createDatabase} from './visit/database.js';
import {eraseVisit} from './visit/visit-transactions.js';

/** What a visitor did with an offer of a fake platform. */
export interface FakeAct {
  readonly act: OfferAct;
  readonly offer: Offer;
}

/**
 * A platform for the tests of a page that uses the widget. It answers without a network, and what it was told last is also
 * its answer to whoever asks later.
 */
export interface FakePlatform {
  /** What the visitors did, in order. */
  readonly acts: readonly FakeAct[];
  /** What was sent with `report()`, in order. */
  readonly reports: readonly (readonly unknown[])[];
  /** What was handed over with `notify()`, in order. */
  readonly messages: readonly unknown[];
  /** How often it was asked. */
  readonly questions: number;
  /** Offers an invitation. Each has an id of its own, so that what a visitor has answered before counts for nothing. */
  offer(details?: Partial<Offer>): Offer;
  /** Leads back into an open conversation. */
  conversation(details?: Partial<Offer>): Offer;
  /** Offers nothing, and withdraws what it has offered. */
  none(): void;
  /** Fails for good. */
  fail(error?: Error): void;
  /** Settings by which a tag of the page's own asks this platform, such as `Object.assign(tag, platform.settings)`. */
  readonly settings: Pick<Settings, 'accountId' | 'appInstallationId' | 'openIn' | 'sources'>;
  /** Puts a widget at the end of the body, and resolves when it knows what the platform has said, if it has said something. */
  mount(settings?: Partial<Settings>): Promise<WebEngagementElement>;
  /** Resolves when a widget is in a state. */
  reaches(widget: WebEngagementElement, state: EngagementStateName): Promise<void>;
  /** Resolves with a part of a widget, such as `card` or `accept`, when it is there. */
  part(widget: WebEngagementElement, name: string): Promise<HTMLElement>;
  /** Takes away the widgets that it has mounted, and all that is remembered of their visitors. */
  remove(): Promise<void>;
}

let platforms = 0;

/**
 * Makes a fake platform. Nothing global is replaced: a widget asks it in place of the real one, by its `sources`.
 *
 * @example
 * const platform = createFakePlatform();
 * platform.offer();
 * const widget = await platform.mount({onAccept: ({detail}) => openMyChat(detail.offer)});
 * widget.accept();
 * await platform.reaches(widget, 'accepted');
 * await platform.remove();
 */
export function createFakePlatform(): FakePlatform {
  return new Platform(`fake-platform-${(platforms += 1)}`);
}

type Report = (fact: SourceFact) => void;

class Platform implements FakePlatform {
  readonly acts: FakeAct[] = [];
  readonly reports: (readonly unknown[])[] = [];
  readonly messages: unknown[] = [];
  readonly settings: FakePlatform['settings'];
  readonly #name: string;
  /** Who is asking. */
  readonly #reports = new Set<Report>();
  readonly #widgets = new Set<WebEngagementElement>();
  #answer: SourceFact | undefined;
  #offers = 0;
  #questions = 0;

  /** @param name also of its account, which keeps its visitors apart from those of other platforms */
  constructor(name: string) {
    this.#name = name;
    this.settings = {accountId: name, appInstallationId: name, openIn: 'event', sources: [this.#createSource()]};
  }

  get questions(): number {
    return this.#questions;
  }

  offer(details: Partial<Offer> = {}): Offer {
    const offer = this.#createOffer(details);
    this.#say({type: 'expose', offer});
    return offer;
  }

  conversation(details: Partial<Offer> = {}): Offer {
    const offer = this.#createOffer(details);
    this.#say({type: 'conversation', offer});
    return offer;
  }

  none(): void {
    this.#say({type: 'unavailable', source: this.#name});
  }

  fail(error = new Error('The fake platform fails, as it was told to')): void {
    this.#say({type: 'fail', error});
  }

  async mount(settings: Partial<Settings> = {}): Promise<WebEngagementElement> {
    const widget = Object.assign(document.createElement('web-engagement'), this.settings, settings);
    this.#widgets.add(widget);
    document.body.append(widget);
    await widget.updateComplete;
    if (this.#answer) await waitFor(widget, () => widget.state !== 'connecting');
    return widget;
  }

  async reaches(widget: WebEngagementElement, state: EngagementStateName): Promise<void> {
    await waitFor(widget, () => widget.state === state);
  }

  async part(widget: WebEngagementElement, name: string): Promise<HTMLElement> {
    await widget.updateComplete;
    const root = widget.renderRoot;
    const find = (): HTMLElement | null => root.querySelector<HTMLElement>(`[part~="${name}"]`);
    return (
      find() ??
      new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          const part = find();
          if (!part) return;
          observer.disconnect();
          resolve(part);
        });
        observer.observe(root, {childList: true, subtree: true, attributeFilter: ['part']});
      })
    );
  }

  async remove(): Promise<void> {
    for (const widget of this.#widgets) widget.remove();
    this.#widgets.clear();
    const database = createDatabase();
    // Where there is no storage, nothing is remembered.
    await eraseVisit(visitKey(this.settings), database).catch(() => undefined);
    database.close();
  }

  #createSource(): EngagementSource {
    return {
      name: this.#name,
      start: (report, signal) => {
        this.#questions += 1;
        this.#reports.add(report);
        signal.addEventListener('abort', () => this.#reports.delete(report));
        if (this.#answer) report(this.#answer);
      },
      acknowledge: (act, offer) => this.acts.push({act, offer}),
      report: (attributes) => Promise.resolve(void this.reports.push(attributes)),
      notify: (message) => this.messages.push(message),
    };
  }

  #createOffer(details: Partial<Offer>): Offer {
    this.#offers += 1;
    return {...details, id: details.id ?? `${this.#name}/${String(this.#offers)}`, source: this.#name};
  }

  #say(fact: SourceFact): void {
    this.#answer = fact;
    for (const report of this.#reports) report(fact);
  }
}

/** Resolves when a widget is as wanted, which only a change of its state brings about. */
function waitFor(widget: WebEngagementElement, isReached: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!isReached()) return;
      widget.removeEventListener('engagement-statechange', look);
      resolve();
    };
    widget.addEventListener('engagement-statechange', look);
    look();
  });
}
