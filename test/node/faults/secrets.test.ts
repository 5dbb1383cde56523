import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {createEngagementSession, type EngagementChange} from '../../../src/engagement/index.js';
import type {Fetch} from '../../../src/http/request.js';
import {toEvents} from '../../../src/tag/fact-events.js';
import {createMonitoringSource, type Identity} from '../../../src/vendors/liveperson/index.js';
import {createMemoryVisits} from '../../support/fakes/memory-visits.js';
import {deniedLocks} from '../../support/fakes/tabs.js';
import {createTestClock} from '../../support/fakes/test-clock.js';

const secrets = {
  vid: 'vid-of-the-visitor',
  sid: 'sid-of-the-visitor',
  sub: 'sub-of-the-visitor',
  token: 'signature-of-the-visitor',
  text: 'what-the-visitor-has-written',
};
const everything = Object.values(secrets).join(' ');
const payload = btoa(JSON.stringify({sub: secrets.sub}));
const person: Identity = {
  acr: 'loa1',
  iss: 'https://brand.example',
  sub: secrets.sub,
  jwt: `header.${payload}.${secrets.token}`,
};

type Answer = () => Promise<Response>;

const answer =
  (status: number, body: unknown): Answer =>
  () =>
    Promise.resolve(new Response(typeof body === 'string' ? body : JSON.stringify(body), {status}));

const error = (internalCode: number) => ({error: {internalCode, message: `${everything} vid: ${secrets.vid}`}});

/** What a platform, a network or a page's settings can do wrong, each with everything that nobody may read. */
const faults: Readonly<Record<string, Answer>> = {
  'a refusal': answer(400, error(1)),
  'an unknown visitor': answer(404, error(37)),
  'an ended session': answer(404, error(39)),
  'too many requests': answer(429, error(1)),
  'an account that is loading': answer(202, error(38)),
  'an account that is loading, as version 1.0 says it': answer(500, error(20)),
  'a failure': answer(503, everything),
  'a page': answer(200, `<html>${everything}</html>`),
  'half an answer': answer(200, `{"visitorId": "${secrets.vid}", "sessionId": "${secrets.sid}`),
  'ids of other types': answer(200, {visitorId: {[secrets.vid]: secrets.vid}, sessionId: [secrets.sid]}),
  'ids that are too long': answer(200, {visitorId: secrets.vid.repeat(30), sessionId: secrets.sid}),
  'too much': answer(200, everything.repeat(5_000)),
  'no network': () => Promise.reject(new TypeError('failed to fetch')),
};

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** Runs a session through a fault, with all of its retries. Resolves with what a page and its author can read, and what was sent. */
async function suffer(fault: Answer, identities: readonly Identity[] = [person]) {
  const visits = createMemoryVisits({
    visitorId: secrets.vid,
    sessionId: secrets.sid,
    sessionStartedAt: Date.now(),
    sessionUsedAt: Date.now(),
  });
  const sent: Sent[] = [];
  const fetch: Fetch = (url, init) => {
    sent.push({url, init});
    return fault();
  };
  const account = {accountId: '12345678', appInstallationId: 'app', apiHost: 'platform.example'};
  const {now, sleep} = createTestClock({jumps: true});
  const source = createMonitoringSource(
    {...account, identities, engagementAttributes: [{type: 'searchInfo', keywords: [secrets.text]}]},
    {visits, fetch, lockName: 'lock', locks: deniedLocks, now, sleep, pageStart: now()},
  );
  const session = createEngagementSession({sources: [source], visits, now, sleep});
  const read: string[] = [];
  const life = new AbortController();
  const isOver = new Promise<void>((resolve) => {
    session.subscribe((change) => {
      read.push(...textsOf(change));
      if (!['idle', 'connecting'].includes(change.to.name)) resolve();
    });
  });
  session.start(life.signal);
  await isOver;
  await session
    .report([{type: 'searchInfo', keywords: [secrets.text]}])
    .catch((error: unknown) => read.push(...textsIn(error)));
  life.abort();
  return {read, sent};
}

/** What the events of a fact say, and what a debugging page writes to the console. */
function textsOf(change: EngagementChange): readonly string[] {
  const details = toEvents(change).map((event) => (event as CustomEvent<Record<string, unknown>>).detail);
  const values = details.flatMap((detail) => Object.values(detail));
  return values.flatMap((value) => (value instanceof Error ? textsIn(value) : [JSON.stringify(value)]));
}

function textsIn(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [String(error)];
  const own = Object.entries(error).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return [error.message, error.stack ?? '', ...own, ...(error.cause === undefined ? [] : textsIn(error.cause))];
}

function findLeaks(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => Object.values(secrets).some((secret) => text.includes(secret)));
}

describe('Who the visitor is and what they have written', () => {
  for (const [name, fault] of Object.entries(faults)) {
    it(`is in no event and no error after ${name}`, async () => {
      const {read, sent} = await suffer(fault);
      assert.ok(read.length > 0 && sent.length > 0);
      assert.deepEqual(findLeaks(read), []);
    });
  }

  const wrong: Readonly<Record<string, Identity>> = {
    'an e-mail address': {...person, sub: `${secrets.sub}@brand.example`},
    'a token of somebody else': {...person, sub: `${secrets.sub}-2`},
    'nobody of this kind': {...person, acr: secrets.sub as 'loa1'},
  };
  for (const [name, identity] of Object.entries(wrong)) {
    it(`is in no error about an identity that is ${name}, and nothing is sent`, async () => {
      const {read, sent} = await suffer(answer(200, {}), [identity]);
      assert.ok(read.some((text) => text.includes('identities')));
      assert.deepEqual([findLeaks(read), sent.filter(({url}) => url.includes('/engagement'))], [[], []]);
    });
  }

  it('goes to the platform only: ids in the query, the rest in the body, no token, no cookie, and no address of the page', async () => {
    const {sent} = await suffer(answer(503, ''));
    for (const {url, init} of sent) {
      const {origin, searchParams} = new URL(url);
      assert.equal(origin, 'https://platform.example');
      assert.deepEqual([searchParams.get('vid'), searchParams.get('sid')], [secrets.vid, secrets.sid]);
      assert.ok(![secrets.sub, secrets.token, secrets.text].some((secret) => url.includes(secret)));
      assert.ok(!(init.body as string).includes(secrets.token));
      const {credentials, referrerPolicy, redirect, cache} = init;
      assert.deepEqual([credentials, referrerPolicy, redirect, cache], ['omit', 'strict-origin', 'error', 'no-store']);
    }
  });
});
