import {deliverWhole} from '../../sandbox/http/answer.js';
import {createServices} from '../../sandbox/services.js';
import {Choices} from './choices.js';
import {hostFiles} from './host-files.js';
import {readRequest} from './worker-request.js';
import {WorkerWire} from './worker-response.js';

// The sandbox inside a page's own browser: a service worker that answers what the pages of its folder ask their origin for.

interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

/** What is used of the scope of a service worker; the types of windows do not know it. */
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
  // What a worker asks for itself does not come back to it.
  fetch: (input, init) => respond(new Request(input, init)),
  files: hostFiles,
  webSocket: false,
});
const choices = new Choices(site);
const hasBegun = begin();

worker.addEventListener('install', () => void worker.skipWaiting());
// Pages send messages so that the browser does not take the worker for idle.
worker.addEventListener('message', () => {});
worker.addEventListener('fetch', (event) => {
  const {origin} = new URL(event.request.url);
  if (origin === location.origin) event.respondWith(hasBegun.then(() => respond(event.request)));
});

/** Goes on where it was stopped, or from the beginning when no page of before is open. */
async function begin(): Promise<void> {
  const pages = await worker.clients.matchAll();
  if (pages.length === 0) return choices.forget();
  await choices.repeat((url, body) => services.answer({method: 'PUT', url, site, headers: {}, body, at: Date.now()}));
}

async function respond(request: Request): Promise<Response> {
  const read = await readRequest(request, site, Date.now());
  const answer = await services.answer(read);
  await choices.note(read, answer);
  const wire = new WorkerWire(request.signal);
  (answer.deliver ?? deliverWhole)(wire, answer);
  return wire.response;
}
