import {expect} from '@open-wc/testing';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import type {EngagementFact, EngagementState} from '../../src/engagement/state.js';
import type {EngagementSource, SourceFact} from '../../src/engagement/source.js';
import {withTriggers} from '../../src/tag/triggered-sources.js';
import {createMemoryVisits} from '../support/fakes/memory-visits.js';
import {createOffer} from '../support/fakes/scripted-source.js';
import {noteUncaught} from '../support/uncaught.js';
import {waitUntil} from '../support/wait-until.js';

const problem = new Error('of the page');
/** A page may reject with anything. */
const nothing = undefined as unknown as Error;
const throwIt = (): never => {
  throw problem;
};
const reject = (): Promise<never> => Promise.reject(problem);
const offer = createOffer('offer', 'mine');

const ways = [
  ['', {}],
  [', whose invitations wait for their hours', {hours: 'UTC 00:00-24:00'}],
] as const;

for (const [way, triggers] of ways)
  describe(`F20: A source of the page’s own${way}`, () => {
    let life: AbortController;
    const uncaught = noteUncaught();

    beforeEach(() => {
      life = new AbortController();
    });
    afterEach(() => {
      life.abort();
    });

    function run(source: Partial<EngagementSource>) {
      const facts: EngagementFact[] = [];
      const whole = {name: 'mine', start: () => undefined, ...source};
      const session = createEngagementSession({
        sources: withTriggers([whole], triggers),
        visits: createMemoryVisits(),
      });
      session.subscribe(({fact}) => facts.push(fact));
      session.start(life.signal);
      const errors = (): readonly string[] => facts.flatMap((fact) => ('error' in fact ? [fact.error.message] : []));
      const tells = (count = 1): Promise<void> => waitUntil(() => errors().length === count, 'an error is told');
      return {session, facts, errors, tells};
    }

    const says = (fact: unknown) => run({start: (report) => report(fact as SourceFact)});

    for (const [title, start] of [
      ['throws', throwIt],
      ['rejects', reject],
      ['rejects with nothing', () => Promise.reject(nothing)],
      ['throws a text', () => throwText()],
    ] as readonly (readonly [string, unknown])[]) {
      it(`that ${title} at its start makes the session fail`, async () => {
        const {session, tells, errors} = run({start: start as EngagementSource['start']});
        await tells();
        expect([session.state.name, uncaught()]).to.deep.equal(['failed', []]);
        expect(errors()[0]).to.match(/of the page|The source mine threw no error, but (nothing|string)/);
      });
    }

    for (const act of ['acknowledge', 'notify'] as const) {
      for (const [title, fail] of [
        ['throws', throwIt],
        ['rejects', reject],
      ] as const) {
        it(`whose ${act}() ${title} is told as an error, and the session goes on`, async () => {
          const start: EngagementSource['start'] = (report) => report({type: 'expose', offer});
          const {session, tells, errors} = run({start, [act]: fail as never});
          await waitUntil(() => session.state.name === 'expose');
          if (act === 'notify') session.notify('message');
          else session.dismiss();
          await tells();
          const state = act === 'notify' ? 'expose' : 'dismissed';
          expect([errors(), session.state.name, uncaught()]).to.deep.equal([['of the page'], state, []]);
        });
      }
    }

    for (const [fact, message] of [
      [undefined, 'a fact of a type that is known, got nothing'],
      ['expose', 'a fact of a type that is known, got string'],
      [{}, 'a fact of a type that is known, got object'],
      [{type: 'toString'}, 'a fact of a type that is known, got another type'],
      [{type: 'reset'}, 'a fact of a type that is known, got another type'],
      [{type: 'expose'}, 'expose with offer, got nothing'],
      [{type: 'expose', offer: {id: 7, source: 'mine'}}, 'expose with offer, got object'],
      [{type: 'conversation', offer: null}, 'conversation with offer, got null'],
      [{type: 'withdraw', offerId: {}}, 'withdraw with offerId, got object'],
      [{type: 'unavailable'}, 'unavailable with source, got nothing'],
      [{type: 'fail', error: 'no'}, 'fail with error, got string'],
      [{type: 'retry', attempt: 1, delay: NaN}, 'retry with delay, got number'],
      [{type: 'notice', notice: 7}, 'notice with notice, got number'],
    ] as const) {
      it(`that reports ${JSON.stringify(fact)} is told what was expected`, async () => {
        const {session, tells, errors} = says(fact);
        await tells();
        expect([errors(), session.state.name]).to.deep.equal([
          [`Expected the source mine to report ${message}`],
          'failed',
        ]);
      });
    }

    it('that reports what cannot be changes nothing of an offer', async () => {
      const {session, tells} = run({
        start: (report) => {
          report({type: 'expose', offer});
          report({type: 'expose', offer: 7} as never);
        },
      });
      await tells();
      expect(session.state).to.deep.equal({name: 'expose', offer} satisfies EngagementState);
    });

    it('that reports an error of another window is believed', async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const {Error: Foreign} = frame.contentWindow as unknown as {Error: ErrorConstructor};
      const {tells, errors} = says({type: 'fail', error: new Foreign('of a frame')});
      frame.remove();
      await tells();
      expect(errors()).to.deep.equal(['of a frame']);
    });

    it('that is none, or whose name cannot be read, is refused', () => {
      const source = {
        start: () => undefined,
        get name(): string {
          return throwIt();
        },
      };
      for (const wrong of [source, null, {name: 'mine'}] as EngagementSource[]) {
        const create = () =>
          createEngagementSession({sources: withTriggers([wrong], triggers), visits: createMemoryVisits()});
        expect(create).to.throw('Expected sources to be a list of objects');
      }
    });
  });

function throwText(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- a page may throw anything
  throw 'text';
}
