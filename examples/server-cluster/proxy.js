import {createServer, request} from 'node:http';

/**
 * Starts a small proxy that gives each request to the next server, and to another one if that one is gone. Streams are
 * passed on as they come. A real proxy does the same: see docs/server.md for what to set there.
 *
 * @param {readonly string[]} servers their addresses, such as `http://127.0.0.1:8081`
 * @param {number} [port] 0 takes a free one
 */
export async function startProxy(servers, port = 0) {
  let turn = 0;
  const proxy = createServer(async (incoming, outgoing) => {
    const body = await readBody(incoming);
    const headers = {...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress};
    /** @param {number} attempts */
    const pass = (attempts) => {
      const server = servers[turn++ % servers.length];
      const call = request(`${server}${incoming.url}`, {method: incoming.method, headers}, (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
        answer.on('error', () => outgoing.destroy());
      });
      outgoing.on('close', () => call.destroy());
      call.on('error', (error) => {
        if ('code' in error && error.code === 'ECONNREFUSED' && attempts > 1) pass(attempts - 1);
        else if (!outgoing.headersSent) outgoing.writeHead(502).end();
      });
      call.end(body);
    };
    pass(servers.length);
  });
  await new Promise((resolve) => proxy.listen({port, host: '127.0.0.1', backlog: 4_096}, () => resolve(undefined)));
  return proxy;
}

/** @param {import('node:http').IncomingMessage} incoming */
async function readBody(incoming) {
  const chunks = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks);
}
