import assert from 'node:assert/strict';
import {it} from 'node:test';
import {retryPauses} from '../../../src/vendors/liveperson/monitoring/retry-policy.js';
import {unavailableAnswer} from '../../fixtures/liveperson/seed-004.js';
import {
  cuts,
  drip,
  json,
  large,
  notJson,
  redirect,
  reset,
  retryAfter,
  withoutCors,
  type Fault,
} from '../../support/servers/faults.js';
import {inEveryEngine} from '../engines.js';
import {until} from '../until.js';
import {tells, toldOn, useFaultyPages, type Told} from './support/faulty-pages.js';

inEveryEngine('a page whose platform fails', (visitor) => {
  const suite = useFaultyPages();

  /** Opens a page for a new visitor, and resolves with how it was told of the first failure. */
  async function fail(fault: Fault, type = 'retry') {
    suite.platform.play(fault);
    const page = await visitor().newPage();
    await page.goto(suite.page());
    const told = await tells(page, type);
    assert.deepEqual(
      (await toldOn(page)).filter(({type}) => type === 'uncaught'),
      [],
    );
    return {page, told};
  }

  /** Whether a pause is the policy's. The first may be over before a slow page could tell of it. */
  const isLadder = ({attempt, delay}: Told): boolean => delay > 0 && delay <= 2 * (retryPauses[attempt - 2] ?? 0);

  for (const [title, fault] of Object.entries({
    'resets the connection': reset,
    'answers without leave to read it': withoutCors,
    'redirects in a circle': redirect(307, '/api/circle'),
    'redirects to a page to log in': redirect(302, 'http://localhost:1/login'),
  })) {
    it(`D42: hears of a network failure when it ${title}`, async () => {
      const {told} = await fail(fault);
      assert.equal(told.error, 'NetworkError');
      assert.ok(isLadder(told));
    });
  }

  for (const [title, fault] of Object.entries(cuts)) {
    it(`D38: takes no body for whole that ends ${title}`, async () => {
      const {page, told} = await fail(fault);
      assert.ok(['NetworkError', 'MalformedAnswerError'].includes(told.error), told.error);
      assert.deepEqual(await page.evaluate(storedAnswers), [false]);
    });
  }

  for (const [title, fault] of Object.entries(notJson)) {
    it(`D39: makes nothing of ${title}`, async () => {
      const {page} = await fail(fault, title === 'status 204' ? 'error' : 'retry');
      assert.deepEqual(await page.evaluate(storedAnswers), [false]);
    });
  }

  it('D37: gives up after 10 s, and lets the server go', async () => {
    const {told} = await fail(drip(200));
    assert.equal(told.error, 'TimeoutError');
    await suite.platform.requests.at(-1)?.closed;
  });

  it('D44: C22: reads no more than it can use of 50 MB, and stays at hand', async () => {
    const {told} = await fail(large(52_428_800), 'error');
    assert.equal(told.error, 'TooLargeError');
    await suite.platform.requests.at(-1)?.closed;
  });

  it('D27: keeps to its own pause when Retry-After is hidden', async () => {
    const {told} = await fail(retryAfter('500', false));
    assert.ok(isLadder(told));
  });

  it('D27: keeps to the longer pause of a Retry-After that it can read', async () => {
    const {told} = await fail(retryAfter('500'));
    assert.ok(told.delay > 480_000 && told.delay <= 500_000, String(told.delay));
  });

  it('D43: hears of a network failure, and asks no more for now, when a blocker is in the way', async () => {
    suite.platform.play(json(unavailableAnswer));
    const page = await visitor().newPage();
    const lines: string[] = [];
    page.on('console', (message) => lines.push(message.text()));
    let blocked = 0;
    await page.route(`${suite.platform.origin}/**`, (route) => {
      blocked += 1;
      return route.abort('blockedbyclient');
    });
    await page.goto(suite.page());
    const {error} = await tells(page, 'retry');
    assert.deepEqual([error, lines.filter((line) => line.startsWith('<web-engagement>'))], ['NetworkError', []]);
    assert.ok(blocked <= 2, `${String(blocked)} requests`);
  });

  it('F5: asks nobody else when it redirects to another origin', async () => {
    const before = suite.pages.requests.length;
    await fail(redirect(307, `${suite.pages.origin}/elsewhere`));
    await until('the platform was asked', () => suite.platform.requests.length > 0);
    assert.equal(suite.pages.requests.slice(before).filter(({path}) => path === '/elsewhere').length, 0);
  });
});

/** Whether each stored visit has an answer, as code of the page. */
const storedAnswers = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('web-engagement');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction('visits').objectStore('visits').getAll();
    all.onsuccess = () => {
      opening.result.close();
      resolve(all.result.map((visit) => !!visit.answer || !!visit.visitorId));
    };
  };
})`;
