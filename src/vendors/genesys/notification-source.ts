import {own} from '../../check/own.js';
import type {Notice} from '../../engagement/notice.js';
import type {Offer} from '../../engagement/offer.js';
import type {EngagementSource, OfferAct, SourceFact} from '../../engagement/source.js';
import {idle, type EngagementState} from '../../engagement/state.js';
import {joinTabs, type JoinedTab} from '../../tabs/last-used-tab.js';
import type {VisitStore} from '../../visit/visit-store.js';
import {createFrameBatch, type Batch, type Wait} from './frame-batch.js';
import {Invitations} from './invitations.js';
import type {OutcomeReport} from './outcome-report.js';
import {loadTransport} from './load-transport.js';
import {readNotifications, type Notification} from './notification.js';
import {NotificationError} from './notification-error.js';
import type {NotificationSettings} from './notification-settings.js';
import {sourceName} from './offers.js';
import type {TransportEvent} from './transport.js';
import {WithdrawnInvitations} from './withdrawn-invitations.js';

/** Options of `createNotificationSource`. */
export interface NotificationSourceOptions {
  /** Stores which invitations were withdrawn. Required. */
  readonly visits: VisitStore;
  /** Name that is the same in all tabs of the visitor. Required. */
  readonly tabsName: string;
  /** Called with each outcome of a message, for Genesys' disposition codes. @default none */
  readonly onDisposition?: ((notice: Notice) => void) | undefined;
  /** Web Locks. @default navigator.locks */
  readonly locks?: LockManager | undefined;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  /** Calls back when the page may change again. @default after the next frame, or 250 ms */
  readonly wait?: Wait | undefined;
}

/**
 * Creates a source that listens to engage and noengage notifications (Engagement REST API). `engage` shows an
 * invitation, and `noengage` withdraws it unless it was accepted. An open conversation is never changed, and no content
 * of a notification is executed. Settings that cannot work are reported as a `fail` or `trouble` fact.
 *
 * @example
 * const visits = createVisitStore({key: 'brand'});
 * const settings = {notificationsUrl: 'https://events.brand.example/notifications', visitId: '44D25DDB…'};
 * const source = createNotificationSource(settings, {visits, tabsName: 'brand'});
 * const session = createEngagementSession({sources: [source], visits});
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export function createNotificationSource(
  settings: NotificationSettings,
  options: NotificationSourceOptions,
): EngagementSource {
  return new NotificationSource(settings, options);
}

interface Run {
  readonly report: (fact: SourceFact) => void;
  readonly signal: AbortSignal;
  readonly state: () => EngagementState;
  readonly tab: JoinedTab;
}

interface Received {
  readonly data: unknown;
  /** In ms since the epoch. */
  readonly at: number;
}

/** How many notifications are heeded between two frames. A contact centre sends a few per visit. */
const mostInFrame = 1_000;

const dispositions = {
  shown: {outcome: 'offered'},
  accepted: {outcome: 'accepted'},
  dismissed: {outcome: 'rejected'},
  left: {outcome: 'ignored', reason: 'left'},
} as const;

class NotificationSource implements EngagementSource {
  readonly name = sourceName;
  readonly isListener = true;
  readonly #settings: NotificationSettings;
  readonly #options: NotificationSourceOptions;
  readonly #invitations: Invitations;
  readonly #receive: (message: Received) => void;
  readonly #now: () => number;
  #run: Run | undefined;
  /** Where outcomes are reported to the brand, if they are. */
  #outcomes: Promise<OutcomeReport> | undefined;

  constructor(settings: NotificationSettings, options: NotificationSourceOptions) {
    this.#settings = own(settings);
    this.#options = own(options);
    const {visits, now = Date.now, wait} = this.#options;
    this.#now = now;
    this.#receive = createFrameBatch((batch) => this.#readAll(batch), mostInFrame, wait);
    this.#invitations = new Invitations({
      settings,
      withdrawn: new WithdrawnInvitations(visits, now),
      now,
      state: () => this.#run?.state() ?? idle,
      report: (fact) => this.#run?.report(fact),
      note: (notice) => this.#note(notice),
      isLastUsedTab: (id) => this.#run?.tab.claim(id) ?? Promise.resolve(false),
    });
  }

  start(report: (fact: SourceFact) => void, signal: AbortSignal, state: () => EngagementState): void {
    this.#run = {report, signal, state, tab: joinTabs(this.#options.tabsName, {signal})};
    this.#outcomes = this.#openReport(signal);
    this.#invitations.dropExpired();
    void this.#listen(signal);
  }

  notify(data: unknown): void {
    this.#receive({data, at: this.#now()});
  }

  acknowledge(act: OfferAct, {engagementId}: Offer): void {
    this.#note({type: 'engage', ...dispositions[act], engagementId});
  }

  async #listen(signal: AbortSignal): Promise<void> {
    const {visitId = '', pageId, notificationTicket: getTicket} = this.#settings;
    const follow = (event: TransportEvent): void => this.#follow(event);
    try {
      const transport = await loadTransport(this.#settings, this.#options);
      if (signal.aborted) return;
      if (transport) transport.listen({visitId, pageId, getTicket}, follow, signal);
      else follow({type: 'open'});
    } catch (error) {
      follow({type: 'trouble', error: error as Error});
    }
  }

  #openReport(signal: AbortSignal): Promise<OutcomeReport> | undefined {
    const {outcomesUrl: url, visitId = '', notificationTicket: getTicket} = this.#settings;
    if (url === undefined) return undefined;
    const outcomes = import('./outcome-report.js').then(({createOutcomeReport}) =>
      createOutcomeReport({url, visitId, getTicket, signal}),
    );
    outcomes.catch((error: unknown) => this.#run?.report({type: 'trouble', error: error as Error}));
    return outcomes;
  }

  #follow(event: TransportEvent): void {
    if (!this.#run) return;
    const {report, state} = this.#run;
    const isConnecting = state().name === 'connecting';
    switch (event.type) {
      case 'open':
        if (isConnecting) report({type: 'unavailable', source: sourceName});
        return;
      case 'message':
        return this.notify(event.data);
      case 'retry':
        return report(event);
      case 'trouble':
        return report({type: isConnecting ? 'fail' : 'trouble', error: event.error});
    }
  }

  #readAll({messages, lost}: Batch<Received>): void {
    let [left, tooMany] = [mostInFrame, lost];
    for (const {data, at} of messages) {
      const notifications = left > 0 ? this.#read(data) : [];
      for (const notification of notifications.slice(0, left)) this.#take(notification, at);
      tooMany += left > 0 ? Math.max(0, notifications.length - left) : 1;
      left -= Math.max(1, notifications.length);
    }
    if (tooMany === 0) return;
    const what = `Expected at most ${mostInFrame} notifications in a frame, got ${tooMany} more`;
    this.#refuse(new NotificationError(`${what}; send fewer at once`));
  }

  #read(data: unknown): readonly Notification[] {
    try {
      return readNotifications(data);
    } catch (error) {
      this.#refuse(error as Error);
      return [];
    }
  }

  #take(notification: Notification, at: number): void {
    switch (notification.type) {
      case 'engage':
        return void this.#invitations.engage(notification, at);
      case 'noengage':
        return this.#invitations.withdraw(notification);
      case 'malformed':
        return this.#refuse(notification.error);
      case 'executable':
      case 'unknown':
        return this.#note({type: notification.channel, outcome: 'ignored', reason: notification.type});
    }
  }

  #refuse(error: Error): void {
    this.#run?.report({type: 'trouble', error});
    this.#note({type: 'malformed', outcome: 'errored'});
  }

  #note(notice: Notice): void {
    this.#run?.report({type: 'notice', notice});
    this.#outcomes?.then((outcomes) => outcomes.note(notice)).catch(() => undefined);
    try {
      this.#options.onDisposition?.(notice);
    } catch (error) {
      this.#run?.report({type: 'trouble', error: error as Error});
    }
  }
}
