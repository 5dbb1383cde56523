import {expect} from '@open-wc/testing';
import {offerOf} from '../../src/engagement/state.js';
import type {Identity} from '../../src/vendors/liveperson/identities.js';
import {useVisitor} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

const person = (sub: string, iss = 'https://brand.example'): readonly Identity[] => [{iss, acr: 'loa1', sub}];
const [anna, bert] = [person('anna-7f3a-4be1'), person('bert-91cc-02de')];

describe('F1: Another visitor than before', () => {
  const visitor = useVisitor();

  const lastIds = async (): Promise<readonly unknown[]> => {
    const {vid, sid} = (await visitor().queries()).at(-1) ?? {};
    return [vid, sid];
  };

  for (const [title, before, after] of [
    ['another sub', {identities: anna}, {identities: bert}],
    [
      'the same sub of another issuer',
      {identities: anna},
      {identities: person('anna-7f3a-4be1', 'https://other.example')},
    ],
    ['another sub of the provider', {identities: anna}, {identityProvider: () => Promise.resolve(bert)}],
    ['another consumerId', {consumerId: 'anna-7f3a-4be1'}, {consumerId: 'bert-91cc-02de'}],
    ['a sub after a consumerId', {consumerId: 'anna-7f3a-4be1'}, {identities: bert}],
  ] as const) {
    it(`is asked about without the session of the one before: ${title}`, async () => {
      await visitor().account.play('conversation');
      await visitor().visit(before);
      const {visitorId} = await visitor().stored();
      await visitor().visit(after);
      expect(await lastIds()).to.deep.equal([visitorId, undefined]);
    });
  }

  for (const [title, before, after] of [
    ['logs in', {}, {identities: anna}],
    ['is named on some pages only', {identities: anna}, {}],
    ['has a new token', {identities: anna}, {identities: anna.map((identity) => ({...identity}))}],
    ['has another anonymous sub', {identities: [{acr: '0', sub: 'one-a'}]}, {identities: [{acr: '0', sub: 'two-b'}]}],
    ['has identities in another order', {identities: [...anna, ...bert]}, {identities: [...bert, ...anna]}],
  ] as const) {
    it(`is not a visitor who ${title}, and whose session goes on`, async () => {
      await visitor().account.play('conversation');
      await visitor().visit(before);
      const {visitorId, sessionId} = await visitor().stored();
      await visitor().visit(after);
      expect(await lastIds()).to.deep.equal([visitorId, sessionId]);
    });
  }

  it('is another one also after pages that name nobody', async () => {
    await visitor().account.play('conversation');
    for (const identities of [anna, undefined, bert]) await visitor().visit({identities});
    expect((await lastIds())[1]).to.equal(undefined);
  });

  it('finds nothing that the one before has answered, before the first request is sent', async () => {
    await visitor().account.play('expose');
    const page = visitor().open({identities: anna});
    await page.settled();
    page.session.shown();
    page.session.dismiss();
    page.session.snooze(60);
    page.session.optOut();
    await waitUntil(async () => (await visitor().stored())['optedOut'], 'the answers are stored');
    page.leave();
    let stored: object = {};
    const fetch: typeof globalThis.fetch = async (...request) => {
      stored = await visitor().stored();
      return globalThis.fetch(...request);
    };
    expect(await visitor().visit({identities: bert, edges: {fetch: fetch}})).to.equal('expose');
    const known = Object.entries(stored).flatMap(([name, value]) => (value === undefined ? [] : [name]));
    expect(known).to.have.members(['subject', 'visitorId']);
  });

  it('does not see the offer of the one before on the same page, not even when the platform fails', async () => {
    await visitor().account.play('conversation', 'validation-error');
    let people = anna;
    const page = visitor().open({identityProvider: () => Promise.resolve(people)});
    expect(await page.settled()).to.equal('conversation');
    people = bert;
    page.session.refresh();
    await waitUntil(() => page.session.state.name !== 'conversation', 'the conversation is taken away');
    expect([await page.settled(), offerOf(page.session.state)]).to.deep.equal(['failed', undefined]);
  });

  it('gets nothing of an answer that comes late to a question for the one before', async () => {
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (answer = resolve));
    let isAsked = false;
    const fetch: typeof globalThis.fetch = async (...request) => {
      isAsked = true;
      await asked;
      return globalThis.fetch(...request);
    };
    await visitor().account.play('conversation');
    await visitor().visit({identities: anna});
    // Without locks, as on plain http, both tabs ask at the same time.
    const late = visitor().open({identities: anna, edges: {fetch: fetch, locks: null as never}});
    await waitUntil(() => isAsked, 'the question for the one before is under way');
    await visitor().account.play('unavailable');
    await visitor().visit({identities: bert, edges: {locks: null as never}});
    const {sessionId, subject} = await visitor().stored();
    answer();
    await waitUntil(() => late.session.state.name === 'idle', 'the tab of the one before ends');
    expect(await visitor().stored()).to.include({sessionId, subject});
  });

  it('is not named in what is stored', async () => {
    await visitor().visit({identities: anna});
    expect(JSON.stringify(await visitor().stored())).not.to.match(/anna|brand\.example/);
  });

  it('takes no turns with a tab of the one before, which rests until it is asked to go on', async () => {
    await visitor().account.play('expose');
    const old = visitor().open({identities: anna});
    await old.settled();
    const fresh = visitor().open({identities: bert});
    await fresh.settled();
    await waitUntil(() => old.session.state.name === 'idle', 'the tab of the one before lets go');
    expect([fresh.session.state.name, (await visitor().queries()).length]).to.deep.equal(['expose', 2]);
    old.session.refresh();
    expect(await old.settled()).to.equal('expose');
  });
});
