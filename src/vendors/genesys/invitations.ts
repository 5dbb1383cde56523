import {own} from '../../check/own.js';
import type {Notice} from '../../engagement/notice.js';
import type {Offer} from '../../engagement/offer.js';
import type {SourceFact} from '../../engagement/source.js';
import type {EngagementState} from '../../engagement/state.js';
import type {Notification} from './notification.js';
import type {NotificationSettings} from './notification-settings.js';
import {expiryOf, findRefusal, isForAnotherVisit, type Refusal} from './refusal.js';
import {offerIdOf, sourceName, toOffer} from './offers.js';
import type {WithdrawnInvitations} from './withdrawn-invitations.js';

type Engage = Extract<Notification, {type: 'engage'}>;
type NoEngage = Extract<Notification, {type: 'noengage'}>;

export interface InvitationsOptions {
  readonly settings: NotificationSettings;
  readonly withdrawn: WithdrawnInvitations;
  readonly now: () => number;
  readonly state: () => EngagementState;
  readonly report: (fact: SourceFact) => void;
  readonly note: (notice: Notice) => void;
  /** Whether this is the tab that the visitor used last. */
  readonly isLastUsedTab: (engagementId: string) => Promise<boolean>;
}

/** Decides which invitations are shown and withdrawn. The session's state says which one is on the page. */
export class Invitations {
  readonly #options: InvitationsOptions;
  /** Invitations for which it is not yet known which tab was used last. */
  readonly #undecided = new Set<string>();
  #expiry = Infinity;

  constructor(options: InvitationsOptions) {
    this.#options = options;
  }

  /** Shows an invitation received at `receivedAt`, in ms since the epoch, or records why it is not shown. */
  async engage(engage: Engage, receivedAt: number): Promise<void> {
    const engagementId = engage.profile.engagementID;
    const find = (): Refusal | undefined => this.#findRefusal(engage, receivedAt);
    let refusal = find();
    if (!refusal && engage.page === undefined) {
      refusal = (await this.#claim(engagementId)) ? find() : {outcome: 'ignored', reason: 'another tab'};
    }
    if (refusal) this.#options.note({type: 'engage', ...refusal, engagementId});
    else this.#show(engage, receivedAt);
  }

  /** Withdraws an invitation that was not accepted, and refuses late copies of it. */
  withdraw({page, cancel}: NoEngage): void {
    const {settings, report, note} = this.#options;
    const {engagementID: engagementId, visitID} = own(cancel);
    const ignore = (reason: string): void => note({type: 'noengage', outcome: 'ignored', reason, engagementId});
    if (isForAnotherVisit(visitID, settings.visitId)) return ignore('another visit');
    if (page !== undefined && page !== settings.pageId) return ignore('another page');
    const open = this.#open;
    const pending = open ? [...this.#undecided, open.id] : [...this.#undecided];
    const withdrawn = engagementId === undefined ? pending : [offerIdOf(engagementId)];
    for (const id of withdrawn) this.#options.withdrawn.add(id);
    if (!open || !withdrawn.includes(open.id)) return ignore('not on the page');
    report({type: 'withdraw', offerId: open.id});
    note({type: 'noengage', outcome: 'cancelled', engagementId: open.engagementId});
  }

  /** Withdraws an invitation that expired while the page was in the back/forward cache. */
  dropExpired(): void {
    const {now, report, note} = this.#options;
    const open = this.#open;
    if (!open || now() < this.#expiry) return;
    report({type: 'withdraw', offerId: open.id});
    note({type: 'engage', outcome: 'timedout', engagementId: open.engagementId});
  }

  get #open(): Offer | undefined {
    const state = this.#options.state();
    return state.name === 'expose' && state.offer.source === sourceName ? state.offer : undefined;
  }

  #findRefusal(engage: Engage, receivedAt: number): Refusal | undefined {
    const {settings, withdrawn, now, state} = this.#options;
    return findRefusal(engage, {
      visitId: settings.visitId,
      pageId: settings.pageId,
      now: now(),
      receivedAt,
      state: state(),
      isWithdrawn: (offerId) => withdrawn.has(offerId),
    });
  }

  async #claim(engagementId: string): Promise<boolean> {
    const offerId = offerIdOf(engagementId);
    this.#undecided.add(offerId);
    const isOurs = await this.#options.isLastUsedTab(engagementId);
    this.#undecided.delete(offerId);
    return isOurs;
  }

  #show({profile, page}: Engage, receivedAt: number): void {
    const {settings, report, note} = this.#options;
    const offer = toOffer({...profile, visitID: own(profile).visitID ?? settings.visitId, pageID: page});
    this.#expiry = expiryOf(profile, receivedAt);
    report({type: 'expose', offer});
    if (this.#open?.id === offer.id) return;
    note({type: 'engage', outcome: 'ignored', reason: 'answered before', engagementId: profile.engagementID});
  }
}
