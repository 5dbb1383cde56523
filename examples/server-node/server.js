// Node alone: TICKET_SECRET=$(openssl rand -base64 48) GATEWAY_TOKEN=$(openssl rand -hex 24) node server.js
import {createServer} from 'node:http';
import {Readable} from 'node:stream';
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
const gateway = createGateway({notifications, authorize: createBearerCheck(GATEWAY_TOKEN)});
const stream = createNotificationStream({notifications, tickets, origins});
const onOutcome = ({engagementId, outcome}) => console.log(engagementId, outcome);

const handlers = {
  '/server/data/gateway/engage': gateway,
  '/server/data/gateway/noengage': gateway,
  '/notifications': stream,
  '/outcomes': createOutcomes({notifications, tickets, origins, onOutcome}),
  '/ticket': giveTicket,
};

/** Gives the visitor's page a ticket. The visit is that of the brand's own session, here a cookie. */
async function giveTicket({headers}) {
  const [, visit] = /(?:^|; )visit=([\w-]+)/.exec(headers.get('cookie') ?? '') ?? [];
  if (!visit) return new Response('No session.', {status: 403});
  return Response.json(
    {ticket: await tickets.issue({visit, origin: ORIGIN})},
    {headers: {'Cache-Control': 'no-store'}},
  );
}

const server = createServer(async (incoming, outgoing) => {
  const url = new URL(incoming.url, 'http://localhost');
  const handler = handlers[url.pathname];
  if (!handler) return outgoing.writeHead(404).end();
  const body = incoming.method === 'GET' ? null : Readable.toWeb(incoming);
  const request = new Request(url, {method: incoming.method, headers: incoming.headers, body, duplex: 'half'});
  const response = await handler(request, {address: incoming.socket.remoteAddress});
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) return outgoing.end();
  const content = Readable.fromWeb(response.body);
  content.on('error', () => outgoing.destroy());
  outgoing.on('close', () => content.destroy());
  content.pipe(outgoing);
});

server.listen(Number(PORT), () => console.log(`http://localhost:${server.address().port}`));

process.once('SIGTERM', () => {
  server.close();
  stream.drain();
});
