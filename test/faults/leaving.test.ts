import {expect} from '@open-wc/testing';
import type {Fetch} from '../../src/http/exchange.js';
import {monitoringMemory} from '../../src/vendors/liveperson/monitoring/monitoring-memory.js';
import {useVisitor, type PageOptions} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

/** A request that an engine ends before the page hears that it is left. */
const endedByEngine: Fetch = () => Promise.reject(new TypeError('NetworkError when attempting to fetch resource.'));

/** A server that takes the request and never answers. */
const hanging: Fetch = (_, {signal}) =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new TypeError('aborted'))));

describe('A page that is left while it asks', () => {
  const visitor = useVisitor();

  const open = (fetch: Fetch, patience: number) => {
    let isAsked = false;
    const noting: Fetch = (...request) => {
      isAsked = true;
      return fetch(...request);
    };
    const options: PageOptions = {edges: {fetch: noting, patience}};
    const page = visitor().open(options);
    return {...page, asked: () => waitUntil(() => isAsked, 'the question is asked')};
  };
  const ladder = async () => monitoringMemory.read(await visitor().stored()).ladder;

  for (const [title, fetch] of [
    ['whose request the engine has ended', endedByEngine],
    ['whose request is under way', hanging],
  ] as const) {
    it(`F9: counts no failure: one ${title}`, async () => {
      const page = open(fetch, 60_000);
      await page.asked();
      page.leave();
      const next = visitor().open();
      await next.settled();
      expect([await ladder(), next.facts.map(({type}) => type)]).to.deep.equal([
        undefined,
        ['start', 'hint', 'expose'],
      ]);
    });
  }

  it('F9: counts no failure, however often', async () => {
    for (let visit = 0; visit < 6; visit += 1) {
      const page = open(endedByEngine, 60_000);
      await page.asked();
      page.leave();
    }
    expect(await visitor().visit()).to.equal('expose');
  });

  it('D35: says nothing of it and changes nothing', async () => {
    const page = open(endedByEngine, 60_000);
    await page.asked();
    page.leave();
    await visitor().visit();
    expect([page.facts.map(({type}) => type), page.session.state.name]).to.deep.equal([['start'], 'connecting']);
  });

  it('counts one that it has waited for, so that no next page asks a server that hangs', async () => {
    const page = open(hanging, 20);
    await waitUntil(ladder, 'the failure is counted');
    page.leave();
    const next = visitor().open();
    await waitUntil(() => next.facts.some(({type}) => type === 'retry'), 'the next page waits');
    expect([(await ladder())?.failures, (await visitor().queries()).length]).to.deep.equal([1, 0]);
  });

  it('counts a failure when it stays, and forgets one that was counted too early', async () => {
    const stays = open(endedByEngine, 20);
    await waitUntil(ladder, 'the failure is counted');
    stays.leave();
    await stays.visits.update((visit) => monitoringMemory.write(visit, {ladder: undefined}));
    let answer = (): void => undefined;
    const slow: Fetch = async (...request) => {
      await new Promise<void>((resolve) => (answer = resolve));
      return globalThis.fetch(...request);
    };
    const waits = open(slow, 20);
    await waitUntil(ladder, 'the silence is counted');
    answer();
    expect([await waits.settled(), await ladder()]).to.deep.equal(['expose', undefined]);
  });
});
