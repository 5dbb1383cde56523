import {expect} from '@open-wc/testing';
import {StorageError} from '../../src/visit/storage-error.js';
import {sabotagedFactory} from '../support/databases.js';
import {useVisitor} from '../support/visitor-pages.js';
import {waitUntil} from '../support/wait-until.js';

describe('A storage of which any operation may fail', () => {
  const visitor = useVisitor();
  let uncaught: unknown[];
  let stop: AbortController;

  beforeEach(() => {
    uncaught = [];
    stop = new AbortController();
    for (const type of ['error', 'unhandledrejection'])
      window.addEventListener(type, (event) => uncaught.push(event), {signal: stop.signal});
  });

  afterEach(() => stop.abort());

  for (const seed of [1, 2, 3, 4, 5, 6, 7, 8]) {
    it(`stops no visitor on the way through all states, loses nothing that was stored, and throws nothing: order ${seed}`, async () => {
      await visitor().visit();
      const {visitorId} = await visitor().stored();
      const {session, facts, settled} = visitor().open({storage: {factory: sabotagedFactory(seed), patience: 30}});
      const names: string[] = [await settled()];
      const note = (): unknown => names.push(session.state.name);
      session.shown();
      session.fold(1);
      session.unfold();
      for (const [scenario, state] of [
        ['conversation', 'conversation'],
        ['unavailable', 'unavailable'],
        ['validation-error', 'failed'],
        ['expose', 'expose'],
      ] as const) {
        await visitor().account.play(scenario);
        session.refresh();
        await waitUntil(() => session.state.name === state, `${scenario} is answered`);
        note();
      }
      session.accept();
      note();
      expect((await visitor().stored())['visitorId']).to.equal(visitorId);
      await session.reset();
      note();
      session.refresh();
      names.push(await settled());
      session.dismiss();
      note();
      const states = [
        'expose',
        'conversation',
        'unavailable',
        'failed',
        'expose',
        'accepted',
        'idle',
        'expose',
        'dismissed',
      ];
      expect(names).to.deep.equal(states);
      const troubles = facts.flatMap((fact) => (fact.type === 'trouble' ? [fact.error] : []));
      expect(troubles.filter((error) => !(error instanceof StorageError))).to.deep.equal([]);
      expect(uncaught).to.deep.equal([]);
    });
  }
});
