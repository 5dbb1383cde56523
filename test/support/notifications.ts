import type {Notice} from '../../src/engagement/notice.js';
import type {EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import type {EngagementFact, EngagementState} from '../../src/engagement/state.js';
import {createNotificationSource} from '../../src/vendors/genesys/notification-source.js';
import type {NotificationSettings} from '../../src/vendors/genesys/notification-settings.js';
import type {NotificationTransport, TransportEvent} from '../../src/vendors/genesys/transport.js';
import type {VisitStore} from '../../src/visit/visit-store.js';
import {createMemoryVisits} from './fakes/memory-visits.js';
import {createScriptedSource, type ScriptedSource} from './fakes/scripted-source.js';

/** A transport in the test's own hands. */
export interface HeldTransport extends NotificationTransport {
  send(event: TransportEvent): void;
  readonly listens: number;
}

export function createHeldTransport(): HeldTransport {
  let send: (event: TransportEvent) => void = () => undefined;
  let listens = 0;
  return {
    listen: (_addressee, report) => {
      listens++;
      send = report;
    },
    send: (event) => send(event),
    get listens() {
      return listens;
    },
  };
}

export const visitId = '44D25DDB78174DEC8F33E28F96428336';
export const pageId = '9C1C2A6E5D7A4B7EA2B0F4C3D1E2F3A4';

/** Messages as a page gets them. */
export const engage = (engagementID: string, more: object = {}) => ({
  page: pageId,
  channel: 'engage',
  data: {visitID: visitId, engagementID, ...more},
});
export const noengage = (engagementID?: string, more: object = {}) => ({
  page: pageId,
  channel: 'noengage',
  data: {visitID: visitId, engagementID, ...more},
});

export interface ListenOptions {
  readonly settings?: NotificationSettings;
  readonly visits?: VisitStore;
  /** In ms since the epoch. */
  readonly now?: () => number;
  readonly onDisposition?: (notice: Notice) => void;
}

/** A session that listens to notifications, beside a platform that is asked. */
export interface Listening {
  readonly session: EngagementSession;
  /** The platform that is asked; it says what the test tells it to say. */
  readonly platform: ScriptedSource;
  readonly notices: readonly Notice[];
  readonly facts: readonly EngagementFact[];
  readonly state: () => EngagementState;
  /** Name of the state, and of the offer that it is about. */
  readonly summary: () => string;
  /** Lets the session rest, as a page does that goes into the back/forward cache. */
  rest(): void;
  resume(): Promise<void>;
}

const lives: (() => void)[] = [];

/** Ends every session that a test has begun. */
export const endListening = (): void => lives.splice(0).forEach((end) => end());

export async function listenAsPage(options: ListenOptions = {}): Promise<Listening> {
  const {settings = {visitId, pageId}, visits = createMemoryVisits(), now, onDisposition} = options;
  const platform = createScriptedSource('platform');
  const source = createNotificationSource(settings, {
    visits,
    tabsName: crypto.randomUUID(),
    now,
    onDisposition,
    // Nothing waits for the next frame, so that a test sees at once what a message did.
    wait: (done) => done(),
  });
  const session = createEngagementSession({sources: [platform, source], visits});
  const facts: EngagementFact[] = [];
  const notices: Notice[] = [];
  session.subscribe(({fact}) => {
    facts.push(fact);
    if (fact.type === 'notice') notices.push(fact.notice);
  });
  let life = new AbortController();
  lives.push(() => life.abort());
  const run = async (): Promise<void> => {
    life = new AbortController();
    session.start(life.signal);
    // The sources start when the visit has been read.
    await new Promise((resolve) => setTimeout(resolve));
  };
  await run();
  return {
    session,
    platform,
    facts,
    notices,
    state: () => session.state,
    summary: () => summarize(session.state),
    rest: () => life.abort(),
    resume: run,
  };
}

const summarize = (state: EngagementState): string =>
  'offer' in state ? `${state.name} ${state.offer.id}` : state.name;
