import {expect} from '@open-wc/testing';
import type {SourceFact} from '../../src/engagement/source.js';
import {idle} from '../../src/engagement/state.js';
import {createNotificationSource} from '../../src/vendors/genesys/notification-source.js';
import {createMemoryVisits} from '../support/fakes/memory-visits.js';

describe('A flood of notifications', () => {
  let life: AbortController;
  let facts: SourceFact[];
  let draw: () => void;

  beforeEach(() => {
    life = new AbortController();
    facts = [];
  });
  afterEach(() => life.abort());

  function listen() {
    const wait = (done: () => void): void => {
      draw = done;
    };
    const options = {visits: createMemoryVisits(), tabsName: crypto.randomUUID(), wait};
    const source = createNotificationSource({visitId: 'VISIT'}, options);
    source.start(
      (fact) => facts.push(fact),
      life.signal,
      () => idle,
    );
    return source;
  }

  const unknown = {channel: 'other'};
  const read = (): number => facts.filter((fact) => fact.type === 'notice' && fact.notice.type === 'other').length;
  const errors = (): readonly string[] =>
    facts.flatMap((fact) => (fact.type === 'trouble' ? [fact.error.message] : []));

  for (const [title, size, calls] of [
    ['of many calls', 1, 100_000],
    ['of long lists', 100, 500],
    ['of lists and of calls', 30, 1_000],
  ] as const) {
    it(`F17: ${title} is cut to a thousand in a frame, and told by one error`, () => {
      const source = listen();
      source.notify?.('{"channel": "first"}');
      for (let call = 0; call < calls; call += 1) source.notify?.(Array.from({length: size}, () => unknown));
      draw();
      expect([read(), errors().length]).to.deep.equal([1_000, 1]);
      expect(errors()[0]).to.match(
        /^Expected at most 1000 notifications in a frame, got \d+ more; send fewer at once$/,
      );
    });
  }

  it('F17: of what cannot be read is cut, too', () => {
    const source = listen();
    for (let call = 0; call < 5_000; call += 1) source.notify?.('no json');
    draw();
    expect(errors()).to.have.lengthOf(1_002);
  });

  it('F17: is over with the next frame', () => {
    const source = listen();
    for (let call = 0; call < 2_000; call += 1) source.notify?.(unknown);
    draw();
    source.notify?.(unknown);
    draw();
    expect([read(), errors().length]).to.deep.equal([1_002, 1]);
  });
});
