import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {Place, settle, Tab, type Reply} from '../properties/session-model.js';

/** Locks that give each task its turn, as those of a browser. */
function createLocks(): LockManager {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, _options: LockOptions, task: () => Promise<unknown>): Promise<unknown> => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
  return {request} as unknown as LockManager;
}

const stride = 15_000;
const hour = 3_600_000;

/** How often the platform is asked in a time in which every tab shows a new page, or asks again, every 15 seconds. */
async function countRequests(reply: Reply, act: (tab: Tab) => void, duration = hour): Promise<number> {
  const place = new Place(createLocks());
  place.reply = reply;
  const tabs = Array.from({length: 4}, () => new Tab(place));
  for (let time = 0; time < duration; time += stride) {
    for (const tab of tabs) act(tab);
    await settle();
    await place.clock.pass(stride);
  }
  for (const tab of tabs) tab.remove();
  await settle();
  return place.asked.filter(({method}) => method === 'engagement').length;
}

describe('C21: In an hour, the visitor of four busy tabs', () => {
  for (const [what, act] of [
    ['page views', (tab: Tab) => tab.reload()],
    ['calls of refresh()', (tab: Tab) => tab.session.refresh()],
  ] as const) {
    it(`costs at most 25 requests, whatever the number of ${what}, while the platform fails`, async () => {
      const requests = await countRequests('failure', act);
      assert.ok(requests >= 5 && requests <= 25, `${requests} requests`);
    });
  }

  it('costs at most 120 requests, whatever the number of calls of refresh(), while the platform answers', async () => {
    const requests = await countRequests('expose', (tab) => tab.session.refresh());
    assert.equal(requests, 120);
  });

  it('may cost as many in the next hour', async () => {
    assert.equal(await countRequests('expose', (tab) => tab.session.refresh(), 2 * hour), 240);
  });

  it('costs at most one request for the pages that four tabs load together, while the platform answers', async () => {
    const requests = await countRequests('expose', (tab) => tab.reload());
    assert.ok(requests <= hour / stride + 1, `${requests} requests`);
  });
});
