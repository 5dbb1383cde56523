import type {Socket} from 'node:net';
import {gzipSync} from 'node:zlib';

/** What a server writes to a connection in answer to a request, if anything. */
export type Fault = (socket: Socket) => void;

type Headers = Readonly<Record<string, string>>;

const reasons: Readonly<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  204: 'No Content',
  307: 'Temporary Redirect',
};

const cors: Headers = {
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'POST, GET, PATCH',
  'Access-Control-Allow-Headers': '*, Authorization, Content-Type, X-HTTP-Method-Override',
};

const head = (status: number, headers: Headers): string =>
  [
    `HTTP/1.1 ${String(status)} ${reasons[status] ?? 'Status'}`,
    ...Object.entries({Connection: 'close', ...headers}).map(([name, value]) => `${name}: ${value}`),
    '\r\n',
  ].join('\r\n');

/** Answers as a sound server does. */
export const answer =
  (body: string | Buffer, {status = 200, headers = {}}: {status?: number; headers?: Headers} = {}): Fault =>
  (socket) => {
    const length = {'Content-Length': String(Buffer.byteLength(body))};
    socket.write(head(status, {...cors, 'Content-Type': 'application/json', ...length, ...headers}));
    socket.end(body);
  };

/** Answers with JSON. */
export const json = (value: unknown, status = 200, headers: Headers = {}): Fault =>
  answer(JSON.stringify(value), {status, headers});

/** Waits, in ms, and does then what another fault does. */
export const later =
  (delay: number, fault: Fault): Fault =>
  (socket) => {
    const timer = setTimeout(() => fault(socket), delay);
    socket.on('close', () => clearTimeout(timer));
  };

/** Takes the request, and says nothing. */
export const hang: Fault = () => undefined;

/** Sends the head at once, and then a byte of a body without end every `pause` ms. */
export const drip =
  (pause: number): Fault =>
  (socket) => {
    socket.write(head(200, {...cors, 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked'}));
    const timer = setInterval(() => socket.write('1\r\n \r\n'), pause);
    socket.on('close', () => clearInterval(timer));
  };

const half = '{"visitorId": "v", "sessi';

/** Bodies that end before they are whole, by the way in which the connection ends. */
export const cuts: Readonly<Record<string, Fault>> = {
  'before its announced length': (socket) => {
    socket.write(head(200, {...cors, 'Content-Length': '1000'}));
    socket.end(half);
  },
  'in the middle of a chunk': (socket) => {
    socket.write(head(200, {...cors, 'Transfer-Encoding': 'chunked'}));
    socket.end(`64\r\n${half}`);
  },
  'by a reset': (socket) => {
    socket.write(head(200, {...cors, 'Content-Length': '1000'}));
    socket.write(half, () => socket.resetAndDestroy());
  },
};

/** Ends the connection before it has said anything. */
export const reset: Fault = (socket) => socket.resetAndDestroy();

/** Sends the client somewhere else. */
export const redirect = (status: number, location: string): Fault =>
  answer('', {status, headers: {Location: location}});

/** A body of JSON of so many bytes, which begins to come at once. */
export const large =
  (bytes: number): Fault =>
  (socket) => {
    socket.write(head(200, {...cors, 'Content-Type': 'application/json', 'Content-Length': String(bytes)}));
    const part = Buffer.alloc(65_536, 'x');
    let left = bytes;
    const pour = (): void => {
      while (left > 0 && !socket.destroyed) {
        left -= part.length;
        if (!socket.write(left >= 0 ? part : part.subarray(0, part.length + left))) break;
      }
      if (left > 0) socket.once('drain', pour);
      else socket.end();
    };
    pour();
  };

/** A few kilobytes that become so many bytes when they are unpacked. */
export const bomb = (bytes: number): Fault =>
  answer(gzipSync(Buffer.alloc(bytes, ' ')), {headers: {'Content-Encoding': 'gzip'}});

/** What is sent in place of JSON with a status that says that all is well. */
export const notJson: Readonly<Record<string, Fault>> = {
  'a page with status 200': answer('<!doctype html><title>Sign in</title>', {headers: {'Content-Type': 'text/html'}}),
  'nothing with status 200': answer(''),
  'status 204': (socket) => socket.end(head(204, cors)),
  'half of a text': answer(half),
};

/** An answer that the browser keeps from scripts. */
export const withoutCors: Fault = (socket) => {
  const body = '{}';
  socket.end(head(503, {'Content-Length': String(body.length)}) + body);
};

/** A refusal that says when to come back, to scripts of other origins only if `isExposed`. */
export const retryAfter = (value: string, isExposed = true): Fault =>
  answer('{}', {
    status: 503,
    headers: {'Retry-After': value, ...(isExposed && {'Access-Control-Expose-Headers': 'Retry-After'})},
  });

/** What a preflight is answered, so that the request itself comes. */
export const allow: Fault = (socket) => socket.end(head(204, {...cors, 'Access-Control-Max-Age': '600'}));
