import {createEngagementSession, type EngagementSession} from '../../../src/engagement/index.js';
import type {Fetch} from '../../../src/http/request.js';
import {createMonitoringSource, type Identity} from '../../../src/vendors/liveperson/index.js';
import type {MonitoringSettings} from '../../../src/vendors/liveperson/monitoring/monitoring-settings.js';
import {monitoringMemory} from '../../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import type {Visit} from '../../../src/visit/visit.js';
import {createSharedVisits, type SharedVisits} from '../../support/fakes/shared-visits.js';
import {deniedLocks} from '../../support/fakes/tabs.js';
import {createTestClock, nextTask, type TestClock} from '../../support/fakes/test-clock.js';

/** What the platform says to the next handshakes. */
export type Reply = 'expose' | 'conversation' | 'unavailable' | 'failure' | 'no answer';

/** Who has logged in. */
export type Person = 'A' | 'B';

/** A handshake or a report that reached the platform. */
export interface Asked {
  readonly method: string;
  readonly at: number;
  readonly vid: string | undefined;
  readonly sid: string | undefined;
  readonly person: Person | undefined;
  readonly impression: string | undefined;
  /** Number of the page. */
  readonly page: number;
  /** Whether the visitor's ladder wanted no request yet. */
  readonly isEarly: boolean;
  /** Whether the browser knew that it had no network. */
  readonly isOffline: boolean;
}

/** The longest pause of a ladder, in ms. One that seems to be longer comes from a clock that was changed since. */
const longestPause = 600_000;

/** The window, as far as it knows of the network. */
class Network extends EventTarget {
  navigator = {onLine: true};

  set(onLine: boolean): void {
    this.navigator = {onLine};
    if (onLine) this.dispatchEvent(new Event('online'));
  }
}

interface SentBody {
  readonly identities?: readonly Identity[];
  readonly engagementAttributes?: readonly {readonly type: string; readonly engId?: number}[];
}

const subjects: Readonly<Record<Person, string>> = {A: 'a'.repeat(32), B: 'b'.repeat(32)};
const identityOf = (person: Person): Identity => ({
  acr: 'loa1',
  iss: 'https://brand.example',
  sub: subjects[person],
});
const personOf = (identity: Identity | undefined): Person | undefined =>
  identity && (identity.sub === subjects.A ? 'A' : 'B');

/** The platform, the browser's storage and the clock, which all tabs share. */
export class Place {
  readonly clock: TestClock = createTestClock({start: 1_800_000_000_000});
  readonly visits: SharedVisits = createSharedVisits();
  readonly network = new Network();
  readonly asked: Asked[] = [];
  reply: Reply = 'unavailable';
  person: Person | undefined;
  readonly locks: LockManager;
  #sessions = 0;
  /** The person of each session of the platform. */
  readonly owners = new Map<string, Person | undefined>();

  #pages = 0;

  constructor(locks = deniedLocks) {
    this.locks = locks;
  }

  /** The network as a new page knows it. */
  openPage(): Fetch {
    const page = (this.#pages += 1);
    return (input, init) => this.#answer(page, input, init);
  }

  async #answer(page: number, input: string, {body, signal}: RequestInit): Promise<Response> {
    const url = new URL(input);
    const {identities, engagementAttributes} = JSON.parse(body as string) as SentBody;
    const person = personOf(identities?.[0]);
    const [vid, sid] = ['vid', 'sid'].map((name) => url.searchParams.get(name) ?? undefined);
    const method = url.pathname.split('/').at(-1) ?? '';
    const at = this.clock.date();
    const left = (monitoringMemory.read(this.visits.stored).ladder?.notBefore ?? 0) - at;
    const isEarly = method === 'engagement' && left > 0 && left <= longestPause;
    const isOffline = !this.network.navigator.onLine;
    const impression = impressionIn(engagementAttributes);
    this.asked.push({method, at, vid, sid, person, page, isEarly, isOffline, impression});
    await nextTask();
    signal?.throwIfAborted();
    if (method === 'report') return json(this.#sessionOf(vid, sid, person));
    if (this.reply === 'no answer') throw new TypeError('failed to fetch');
    if (this.reply === 'failure') return json({}, 503);
    return json({...this.#sessionOf(vid, sid, person), engagementDetails: detailsOf(this.reply)});
  }

  #sessionOf(vid: string | undefined, sid: string | undefined, person: Person | undefined) {
    const sessionId = sid ?? `session-${String((this.#sessions += 1))}`;
    if (!this.owners.has(sessionId) || this.owners.get(sessionId) === undefined) this.owners.set(sessionId, person);
    return {visitorId: vid ?? 'visitor-1', sessionId};
  }
}

const impressionIn = (attributes: SentBody['engagementAttributes']): string | undefined =>
  attributes?.map(({type, engId}) => `${type}/${String(engId)}`)[0];

const json = (value: unknown, status = 200): Response => new Response(JSON.stringify(value), {status});

function detailsOf(reply: Reply): object[] {
  const details = {campaignId: 5, engagementId: 6, engagementRevision: 7, contextId: '8'};
  if (reply === 'expose') return [{...details, status: 'expose'}];
  return reply === 'conversation' ? [{...details, status: 'conversation', conversationId: 'open'}] : [];
}

/** A page in a tab. */
export class Tab {
  readonly #place: Place;
  #life = new AbortController();
  session: EngagementSession;
  readonly errors: unknown[] = [];
  /** Whether it was removed from its page, or its page was left. */
  isGone = false;
  /** Why it asks nothing until it is told to. A visitor who does not agree any more is asked about when it starts again. */
  silence: 'reset' | 'revoke' | undefined;

  constructor(place: Place) {
    this.#place = place;
    this.session = this.#create();
    this.session.start(this.#life.signal);
  }

  #create(): EngagementSession {
    const {clock, person, locks} = this.#place;
    const fetch = this.#place.openPage();
    const visits = this.#place.visits.open();
    const settings: MonitoringSettings = {
      accountId: '12345678',
      appInstallationId: 'app',
      apiHost: 'platform.example',
      ...(person && {identities: [identityOf(person)]}),
    };
    const network = {page: this.#place.network};
    const edges = {visits, fetch, lockName: 'lock', locks, now: clock.date, sleep: clock.sleep, network};
    const source = createMonitoringSource(settings, {...edges, random: () => 0.5, pageStart: clock.date()});
    const reportError = (error: unknown): void => void this.errors.push(error);
    return createEngagementSession({sources: [source], visits, now: clock.date, sleep: clock.sleep, reportError});
  }

  /** Another page in the tab, with whoever has logged in. */
  reload(): void {
    this.#life.abort();
    this.#life = new AbortController();
    [this.isGone, this.silence] = [false, undefined];
    this.session = this.#create();
    this.session.start(this.#life.signal);
  }

  /** The visitor is forgotten here, or in another tab of which this one hears. */
  forget(cause: 'reset' | 'revoke', isHere: boolean): void {
    if (isHere || (!this.isGone && this.silence !== 'revoke')) this.silence = cause;
  }

  remove(): void {
    this.#life.abort();
    this.isGone = true;
  }

  /** The element is put back, or the page comes back from the back/forward cache. */
  putBack(): void {
    if (!this.isGone) return;
    this.isGone = false;
    if (this.silence === 'revoke') this.silence = undefined;
    this.#life = new AbortController();
    this.session.start(this.#life.signal);
  }
}

/** Lets happen what follows from what has happened. */
export async function settle(): Promise<void> {
  for (let task = 0; task < 8; task += 1) await nextTask();
}

export const isEmpty = (visit: Visit): boolean => Object.keys(visit).length === 0;
