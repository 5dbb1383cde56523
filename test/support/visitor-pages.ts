import type {EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import type {EngagementFact, EngagementStateName} from '../../src/engagement/state.js';
import type {MonitoringSettings} from '../../src/vendors/liveperson/monitoring/monitoring-settings.js';
import {
  createMonitoringSource,
  type MonitoringEdges,
} from '../../src/vendors/liveperson/monitoring/monitoring-source.js';
import {createDatabase, type DatabaseOptions} from '../../src/visit/database.js';
import {createVisitStore, type VisitStore} from '../../src/visit/visit-store.js';
import {createAccount, type Account, type Exchange} from './servers/account.js';
import {waitUntil} from './wait-until.js';

/** A page of a visitor with a session, as the element runs one. */
export interface VisitorPage {
  readonly session: EngagementSession;
  readonly visits: VisitStore;
  readonly facts: readonly EngagementFact[];
  readonly edges: Partial<MonitoringEdges>;
  /** Resolves with the state in which the session has come to rest. */
  settled(): Promise<EngagementStateName>;
  /** Leaves the page. It may come back, from the back/forward cache. */
  leave(): void;
  comeBack(): void;
}

export interface PageOptions extends MonitoringSettings {
  readonly edges?: Partial<MonitoringEdges>;
  readonly storage?: DatabaseOptions;
}

/** One visitor, whose pages share their storage. Every test has another one. */
export interface Visitor {
  readonly account: Account;
  open(options?: PageOptions): VisitorPage;
  /** Opens a page and leaves it when it has come to rest. */
  visit(options?: PageOptions): Promise<EngagementStateName>;
  /** The query of each handshake so far. */
  queries(): Promise<readonly Exchange['query'][]>;
  /** What is stored, read by nobody's code but the database's. */
  stored(): Promise<Readonly<Record<string, unknown>>>;
}

/** Gives each test a visitor, and closes its pages afterwards. */
export function useVisitor(): () => Visitor {
  let visitor: Visitor;
  let pages: VisitorPage[];
  beforeEach(() => {
    pages = [];
    visitor = createVisitor((page) => pages.push(page));
  });
  afterEach(() => pages.forEach((page) => page.leave()));
  return () => visitor;
}

function createVisitor(keep: (page: VisitorPage) => void): Visitor {
  const account = createAccount();
  const open = (options: PageOptions = {}): VisitorPage => {
    const page = openPage(account, options);
    keep(page);
    return page;
  };
  return {
    account,
    open,
    visit: async (options) => {
      const page = open(options);
      const name = await page.settled();
      page.leave();
      return name;
    },
    queries: async () => (await account.handshakes()).map(({query}) => query),
    stored: () => createVisitStore({key: account.accountId}).read() as Promise<Record<string, unknown>>,
  };
}

function openPage(account: Account, {edges = {}, storage, ...settings}: PageOptions): VisitorPage {
  const key = account.accountId;
  const visits = createVisitStore({key, database: createDatabase(storage)});
  const source = createMonitoringSource(
    {...account, retrySpread: 1, ...settings},
    {visits, lockName: key, pageStart: Date.now(), ...edges},
  );
  const session = createEngagementSession({sources: [source], visits});
  const facts: EngagementFact[] = [];
  session.subscribe(({fact}) => facts.push(fact));
  let life = new AbortController();
  session.start(life.signal);
  return {
    session,
    visits,
    facts,
    edges,
    settled: async () => {
      await waitUntil(() => !['idle', 'connecting'].includes(session.state.name), 'the session comes to rest');
      return session.state.name;
    },
    leave: () => life.abort(),
    comeBack: () => {
      life = new AbortController();
      session.start(life.signal);
    },
  };
}
