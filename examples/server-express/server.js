// Express: npm install web-engagement express @hono/node-server
import {getRequestListener} from '@hono/node-server';
import express from 'express';
import {
  createBearerCheck,
  createGateway,
  createMemoryNotifications,
  createNotificationStream,
  createOutcomes,
  createTickets,
} from 'web-engagement/server.js';

const {PORT = '8080', ORIGIN = 'http://localhost:8080', TICKET_SECRET = '', GATEWAY_TOKEN = ''} = process.env;

const notifications = createMemoryNotifications();
const tickets = createTickets({secret: TICKET_SECRET});
const origins = [ORIGIN];
const stream = createNotificationStream({notifications, tickets, origins});
const onOutcome = ({engagementId, outcome}) => console.log(engagementId, outcome);

/** Makes a handler of Express. It stands before express.json(), because it reads the body itself. */
const mount = (handler) =>
  getRequestListener((request, {incoming}) => handler(request, {address: incoming.socket.remoteAddress}), {
    overrideGlobalObjects: false,
  });

const app = express();
app.all(
  '/server/data/gateway/:method',
  mount(createGateway({notifications, authorize: createBearerCheck(GATEWAY_TOKEN)})),
);
app.all('/notifications', mount(stream));
app.all('/outcomes', mount(createOutcomes({notifications, tickets, origins, onOutcome})));

// The visit is that of the brand's own session, here a cookie.
app.get('/ticket', async ({headers}, response) => {
  const [, visit] = /(?:^|; )visit=([\w-]+)/.exec(headers.cookie ?? '') ?? [];
  if (!visit) return response.status(403).send('No session.');
  response.set('Cache-Control', 'no-store').json({ticket: await tickets.issue({visit, origin: ORIGIN})});
});

const server = app.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}`));

process.once('SIGTERM', () => {
  server.close();
  stream.drain();
});
