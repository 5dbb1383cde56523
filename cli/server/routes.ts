import {
  createBearerCheck,
  createGateway,
  createHandoff,
  createMemoryNotifications,
  createNotificationStream,
  createOAuthSigner,
  createOutcomes,
  createRedisNotifications,
  createTickets,
  createWaitTime,
  type Handler,
  type NotificationStream,
  type Notifications,
} from '../../src/server/index.js';
import {GliaClient} from '../../src/vendors/glia/index.js';
import {ExternalEngagementClient} from '../../src/vendors/liveperson/index.js';
import type {Metrics} from './metrics.js';
import type {Environment, ServeSettings} from './serve-settings.js';
import {createTicketDesk} from './ticket-desk.js';

/** Handlers by their paths. A path that ends in a slash is the beginning of several. */
export type Routes = Readonly<Record<string, Handler>>;

interface Assembled {
  readonly routes: Routes;
  readonly stream: NotificationStream;
  readonly notifications: Notifications;
}

/** @throws ConfigurationError when a setting cannot work */
export async function createRoutes(settings: ServeSettings, metrics: Metrics): Promise<Assembled> {
  const {secrets, tokens, origins, redis, environment} = settings;
  const {report} = metrics;
  const notifications =
    redis === undefined ? createMemoryNotifications() : await createRedisNotifications({url: redis, report});
  const tickets = createTickets({secret: secrets});
  const authorize = createBearerCheck(...tokens);
  const stream = createNotificationStream({notifications, tickets, origins, report});
  const gateway = createGateway({notifications, authorize, report});
  metrics.countStreams(() => stream.countOpen());
  const routes = {
    '/server/data/gateway/': gateway,
    '/backend/data/gateway/': gateway,
    '/notifications': stream,
    '/outcomes': createOutcomes({tickets, notifications, origins, report, onOutcome: metrics.countOutcome}),
    '/tickets': createTicketDesk({tickets, authorize, report}),
    '/healthz': () => Promise.resolve(new Response('ok')),
    '/readyz': async () =>
      (await notifications.isReady()) ? new Response('ready') : new Response('not ready', {status: 503}),
    '/metrics': metrics.handler,
    ...platformRoutes(environment, settings, metrics),
  };
  return {routes, stream, notifications};
}

function platformRoutes(environment: Environment, {origins}: ServeSettings, {report}: Metrics): Routes {
  const {LP_HOST, LP_ACCOUNT_ID, LP_APP_KEY, LP_APP_SECRET, LP_ACCESS_TOKEN, LP_ACCESS_TOKEN_SECRET} = environment;
  const {GLIA_TOKEN, GLIA_URL} = environment;
  const routes: Record<string, Handler> = {};
  if (LP_HOST && LP_ACCOUNT_ID && LP_APP_KEY && LP_APP_SECRET && LP_ACCESS_TOKEN && LP_ACCESS_TOKEN_SECRET) {
    const consumer = {key: LP_APP_KEY, secret: LP_APP_SECRET};
    const authorize = createOAuthSigner({consumer, token: {key: LP_ACCESS_TOKEN, secret: LP_ACCESS_TOKEN_SECRET}});
    const client = new ExternalEngagementClient({host: LP_HOST, accountId: LP_ACCOUNT_ID, authorize});
    routes['/handoff'] = createHandoff({client, origins, report});
  }
  if (GLIA_TOKEN) {
    const client = new GliaClient({getToken: () => GLIA_TOKEN, ...(GLIA_URL && {baseUrl: GLIA_URL})});
    routes['/wait-time'] = createWaitTime({client, origins, report});
  }
  return routes;
}

const notFound: Handler = () => Promise.resolve(new Response('Not found.', {status: 404}));

/** The handler for a request. */
export function findRoute(routes: Routes, {url}: Request): Handler {
  const {pathname} = new URL(url);
  const path = Object.keys(routes).find((each) => (each.endsWith('/') ? pathname.startsWith(each) : pathname === each));
  return (path === undefined ? undefined : routes[path]) ?? notFound;
}
