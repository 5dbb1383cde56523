import {deliverWhole} from '../../sandbox/http/answer.js';
import {createServices} from '../../sandbox/services.js';
import {ChoiceMemory} from './choice-memory.js';
import {hostFiles} from './host-files.js';
import {readRequest} from './worker-request.js';
import {WorkerResponseWriter} from './worker-response.js';

// The sandbox in the visitor's own browser: a service worker that answers the requests of the demo's pages to their origin.

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** The used part of a service worker's scope. The library of DOM types does not have it. */
interface WorkerScope {
  readonly registration: {readonly scope: string};
  readonly clients: {matchAll(): Promise<readonly unknown[]>};
  skipWaiting(): Promise<void>;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
  addEventListener(type: 'install' | 'message', listener: () => void): void;
}

const worker = globalThis as unknown as WorkerScope;
const site = worker.registration.scope.replace(/\/$/, '');
const services = createServices({
  now: Date.now,
  connectTimeout: 30_000,
  origin: () => location.origin,
  // A worker's own requests do not come back to it.
  fetch: (input, init) => respond(new Request(input, init)),
  files: hostFiles,
  webSocket: false,
});
const choices = new ChoiceMemory(site);
const isReady = restore();

worker.addEventListener('install', () => void worker.skipWaiting());
// Each message of a page keeps the browser from stopping the worker.
worker.addEventListener('message', () => {});
worker.addEventListener('fetch', (event) => {
  const {origin, href} = new URL(event.request.url);
  // The documents are files of the host, like any other site.
  if (href.startsWith(`${site}/docs/`)) return;
  if (origin === location.origin) event.respondWith(isReady.then(() => respond(event.request)));
});

/** Makes the choices of open pages again. Without an open page, the demo starts afresh. */
async function restore(): Promise<void> {
  const pages = await worker.clients.matchAll();
  if (pages.length === 0) return choices.forget();
  await choices.repeat((url, body) => services.answer({method: 'PUT', url, site, headers: {}, body, at: Date.now()}));
}

async function respond(request: Request): Promise<Response> {
  const read = await readRequest(request, site, Date.now());
  const answer = await services.answer(read);
  await choices.note(read, answer);
  const writer = new WorkerResponseWriter(request.signal);
  (answer.deliver ?? deliverWhole)(writer, answer);
  return writer.response;
}
