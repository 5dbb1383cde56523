// Hono on a runtime of workers. All visits must reach the same worker, because it keeps the messages in its memory.
import {Hono} from 'hono';
import {
  createBearerCheck,
  createGateway,
  createMemoryNotifications,
  createNotificationStream,
  createOutcomes,
  createTickets,
} from 'web-engagement/server.js';

/** Makes the app when the first request brings the worker's settings. */
function createApp({ORIGIN, TICKET_SECRET, GATEWAY_TOKEN}) {
  const notifications = createMemoryNotifications();
  const tickets = createTickets({secret: TICKET_SECRET});
  const origins = [ORIGIN];
  const gateway = createGateway({notifications, authorize: createBearerCheck(GATEWAY_TOKEN)});
  const stream = createNotificationStream({notifications, tickets, origins});
  const onOutcome = ({engagementId, outcome}) => console.log(engagementId, outcome);
  const outcomes = createOutcomes({notifications, tickets, origins, onOutcome});
  // The runtime's own header; the name differs from one to the other.
  const peerOf = ({req}) => ({address: req.header('cf-connecting-ip')});

  return new Hono()
    .all('/server/data/gateway/:method', (context) => gateway(context.req.raw))
    .all('/notifications', (context) => stream(context.req.raw, peerOf(context)))
    .all('/outcomes', (context) => outcomes(context.req.raw))
    .get('/ticket', async (context) => {
      // The visit is that of the brand's own session, here a cookie.
      const [, visit] = /(?:^|; )visit=([\w-]+)/.exec(context.req.header('cookie') ?? '') ?? [];
      if (!visit) return context.text('No session.', 403);
      return context.json({ticket: await tickets.issue({visit, origin: ORIGIN})}, 200, {'Cache-Control': 'no-store'});
    });
}

let app;

export default {
  fetch(request, env, context) {
    app ??= createApp(env);
    return app.fetch(request, env, context);
  },
};
