import {expect} from '@open-wc/testing';
import type {EngagementSession} from '../../src/engagement/session.js';
import {createEngagementSession} from '../../src/engagement/session-engine.js';
import {createVisitStore} from '../../src/visit/visit-store.js';
import {createTestClock, type TestClock} from '../support/fakes/test-clock.js';
import {createOffer, createScriptedSource, type ScriptedSource} from '../support/fakes/scripted-source.js';
import {waitUntil} from '../support/wait-until.js';

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

interface Tab {
  readonly session: EngagementSession;
  readonly source: ScriptedSource;
  readonly errors: readonly string[];
  readonly state: () => string;
  /** Whether what other tabs have written so far has been heard of. */
  readonly isUpToDate: () => boolean;
  /** Another tab has written something. */
  expectNews(): void;
  /** Lets the session rest, as a page does that goes into the back/forward cache. */
  rest(): void;
  resume(): Promise<void>;
}

describe('What a visitor wants of invitations', () => {
  const [a, b, c] = [createOffer('a'), createOffer('b'), createOffer('c')];
  let key: string;
  let clock: TestClock;
  let tabs: Tab[];
  let writes: Promise<unknown>[];

  beforeEach(() => {
    key = crypto.randomUUID();
    clock = createTestClock();
    tabs = [];
    writes = [];
  });

  afterEach(() => tabs.forEach((tab) => tab.rest()));

  /** Opens a tab whose source says the same at every start. */
  async function open(offer = a, maxInvitations?: number): Promise<Tab> {
    const source = createScriptedSource();
    const start = source.start.bind(source);
    source.start = (report, ...rest) => {
      start(report, ...rest);
      report({type: 'expose', offer});
    };
    const visits = createVisitStore({key});
    let news = 0;
    const [update, watch] = [visits.update.bind(visits), visits.watch.bind(visits)];
    visits.update = async (change) => {
      const written = update(change);
      writes.push(written);
      await written;
      for (const other of tabs) if (other !== tab) other.expectNews();
      return written;
    };
    visits.watch = (listener, signal) =>
      watch((event) => {
        listener(event);
        if (event.type === 'changed') news -= 1;
      }, signal);
    const {now, sleep} = clock;
    const session = createEngagementSession({sources: [source], visits, maxInvitations, now, sleep});
    const errors: string[] = [];
    session.subscribe(({fact}) => fact.type === 'trouble' && errors.push(`${fact.error.name}: ${fact.error.message}`));
    let life: AbortController;
    const resume = async (): Promise<void> => {
      const starts = source.starts.length;
      life = new AbortController();
      session.start(life.signal);
      await waitUntil(() => source.starts.length > starts);
    };
    const tab: Tab = {
      session,
      source,
      errors,
      state: () => session.state.name,
      isUpToDate: () => life.signal.aborted || news === 0,
      expectNews: () => {
        if (!life.signal.aborted) news += 1;
      },
      rest: () => life.abort(),
      resume,
    };
    tabs.push(tab);
    await resume();
    return tab;
  }

  /** Waits until what was written is there and the other tabs know it. */
  async function settled(): Promise<void> {
    await Promise.all(writes);
    await waitUntil(() => tabs.every((tab) => tab.isUpToDate()));
  }

  const refusals: [title: string, refuse: (session: EngagementSession) => void][] = [
    ['a snooze', (session) => session.snooze(3_600)],
    ['an opt-out', (session) => session.optOut()],
    ['a dismissal', (session) => session.dismiss()],
  ];
  for (const [title, refuse] of refusals) {
    describe(title, () => {
      it('takes the invitation away in every tab, and the platform hears of one refusal', async () => {
        const [tab, other] = [await open(), await open()];
        refuse(tab.session);
        expect(tab.state()).to.equal('dismissed');
        await waitUntil(() => other.state() === 'dismissed');
        expect([tab.source.acts, other.source.acts]).to.deep.equal([[['dismissed', 'a']], []]);
      });

      it('holds on the next page, and keeps the offer for the page to see', async () => {
        const tab = await open();
        refuse(tab.session);
        await settled();
        tab.rest();
        const next = await open();
        expect(next.session.state).to.deep.equal({name: 'dismissed', offer: a});
        expect(next.source.acts).to.deep.equal([]);
      });

      it('leaves an open conversation alone, here and in other tabs', async () => {
        const [tab, other] = [await open(), await open()];
        for (const {source} of [tab, other]) source.say({type: 'conversation', offer: c});
        refuse(tab.session);
        await settled();
        expect([tab.state(), other.state()]).to.deep.equal(['conversation', 'conversation']);
        expect(tab.source.acts).to.deep.equal([]);
      });

      it('ends with reset()', async () => {
        const tab = await open();
        refuse(tab.session);
        await settled();
        await tab.session.reset();
        expect((await open()).state()).to.equal('expose');
      });

      it('holds in a tab that lay in the back/forward cache meanwhile', async () => {
        const [tab, other] = [await open(), await open()];
        other.rest();
        refuse(tab.session);
        await settled();
        await other.resume();
        expect(other.state()).to.equal('dismissed');
      });
    });
  }

  describe('snooze()', () => {
    it('shows no other invitation either, and is remembered until its end', async () => {
      const tab = await open();
      tab.session.snooze(3_600);
      await settled();
      tab.source.say({type: 'expose', offer: b});
      expect(tab.session.state).to.deep.equal({name: 'dismissed', offer: b});
      expect((await createVisitStore({key}).read()).snoozedUntil).to.equal(clock.now() + hour);
    });

    it('lets every open page ask again when it is over, and the same invitation be shown', async () => {
      const [tab, other] = [await open(), await open()];
      tab.session.snooze(3_600);
      await settled();
      await clock.pass(hour - minute);
      expect([tab.state(), tab.source.starts.length, other.source.starts.length]).to.deep.equal(['dismissed', 1, 1]);
      await clock.pass(minute);
      await waitUntil(() => tab.state() === 'expose' && other.state() === 'expose');
      expect([tab.source.starts.length, other.source.starts.length]).to.deep.equal([2, 2]);
    });

    it('shows nothing again that was dismissed before', async () => {
      const tab = await open();
      tab.session.dismiss();
      tab.session.snooze(60);
      await settled();
      await clock.pass(minute);
      await waitUntil(() => tab.source.starts.length === 2);
      expect(tab.state()).to.equal('dismissed');
    });

    it('can be made longer in another tab', async () => {
      const [tab, other] = [await open(), await open()];
      tab.session.snooze(60);
      await settled();
      other.session.snooze(3_600);
      await settled();
      await clock.pass(2 * minute);
      await settled();
      expect([tab.state(), tab.source.starts.length]).to.deep.equal(['dismissed', 1]);
    });

    it('is over for a page that was away when it ended', async () => {
      const tab = await open();
      tab.session.snooze(60);
      await settled();
      tab.rest();
      await clock.pass(2 * minute);
      await tab.resume();
      expect(tab.state()).to.equal('expose');
    });

    it('asks nothing when the visitor has logged out meanwhile', async () => {
      const tab = await open();
      tab.session.snooze(60);
      await settled();
      await tab.session.reset();
      await clock.pass(2 * minute);
      await settled();
      expect([tab.state(), tab.source.starts.length]).to.deep.equal(['idle', 1]);
    });

    it('lasts 30 days at most', async () => {
      const tab = await open();
      tab.session.snooze(31 * 86_400);
      await settled();
      expect((await createVisitStore({key}).read()).snoozedUntil).to.equal(clock.now() + 30 * day);
    });

    it('is none when its end lies further ahead than it can, because the clock was changed', async () => {
      await createVisitStore({key}).update((visit) => ({...visit, snoozedUntil: clock.now() + 31 * day}));
      expect((await open()).state()).to.equal('expose');
    });

    for (const [seconds, got] of [
      [0, '0'],
      [-1, '-1'],
      [NaN, 'NaN'],
      [Infinity, 'Infinity'],
      ['60', 'string'],
      [undefined, 'undefined'],
      [Symbol('60'), 'symbol'],
    ] as const) {
      it(`tells what is wrong with ${got}, and remembers nothing`, async () => {
        const tab = await open();
        tab.session.snooze(seconds as number);
        await settled();
        expect(tab.errors).to.deep.equal([
          `ConfigurationError: Expected snooze() to get seconds above 0, got ${got}; write 3600 for an hour`,
        ]);
        expect([tab.state(), await createVisitStore({key}).read()]).to.deep.equal(['expose', {}]);
      });
    }
  });

  describe('optIn()', () => {
    for (const [title, refuse] of refusals.slice(0, 2)) {
      it(`takes ${title} back, and brings the invitation back in every tab`, async () => {
        const [tab, other] = [await open(), await open()];
        refuse(tab.session);
        await settled();
        tab.session.optIn();
        await waitUntil(() => tab.state() === 'expose' && other.state() === 'expose');
        await settled();
        expect(tab.session.state).to.deep.equal({name: 'expose', offer: a});
        const {snoozedUntil, optedOut} = await createVisitStore({key}).read();
        expect([snoozedUntil, optedOut]).to.deep.equal([undefined, undefined]);
        expect([tab.source.starts.length, (await open()).state()]).to.deep.equal([1, 'expose']);
      });
    }

    it('asks nobody again at the end of the snooze that it took back', async () => {
      const tab = await open();
      tab.session.snooze(60);
      await settled();
      tab.session.optIn();
      await waitUntil(() => tab.state() === 'expose');
      await clock.pass(2 * minute);
      await settled();
      expect([tab.state(), tab.source.starts.length]).to.deep.equal(['expose', 1]);
    });

    it('brings nothing back that was declined by itself', async () => {
      const tab = await open();
      tab.session.dismiss();
      tab.session.optOut();
      await settled();
      tab.session.optIn();
      await waitUntil(async () => !(await createVisitStore({key}).read()).optedOut);
      await settled();
      expect(tab.state()).to.equal('dismissed');
    });
  });

  it('has no end when it is an opt-out', async () => {
    const tab = await open();
    tab.session.optOut();
    await settled();
    await clock.pass(400 * day);
    expect((await open(b)).state()).to.equal('dismissed');
  });

  describe('maxInvitations', () => {
    /** Shows these, one page after the other. */
    async function show(...offers: (typeof a)[]): Promise<void> {
      for (const offer of offers) {
        const tab = await open(offer);
        tab.session.shown();
        await settled();
        tab.rest();
      }
    }

    it('shows no further invitation, and reports no refusal that nobody made', async () => {
      await show(a);
      const tab = await open(b, 1);
      expect(tab.session.state).to.deep.equal({name: 'dismissed', offer: b});
      expect(tab.source.acts).to.deep.equal([]);
      expect((await createVisitStore({key}).read()).settled).to.equal(undefined);
    });

    const cases: [title: string, seen: (typeof a)[], offer: typeof a, most: number | undefined, state: string][] = [
      ['shows again the one that the visitor has seen', [a], a, 1, 'expose'],
      ['counts one that was seen twice once', [a, a], b, 2, 'expose'],
      ['shows as many as it says', [a, b], c, 2, 'dismissed'],
      ['shows none when it is 0', [], a, 0, 'dismissed'],
      ['shows none again when it is 0', [a], a, 0, 'dismissed'],
      ['shows any number when it is absent', [a, b], c, undefined, 'expose'],
      ['shows any number when it is no number', [a, b], c, NaN, 'expose'],
    ];
    for (const [title, seen, offer, most, state] of cases) {
      it(title, async () => {
        await show(...seen);
        expect((await open(offer, most)).state()).to.equal(state);
      });
    }

    it('counts 24 hours', async () => {
      await show(a);
      await clock.pass(day - 1);
      expect((await open(b, 1)).state()).to.equal('dismissed');
      await clock.pass(1);
      expect((await open(b, 1)).state()).to.equal('expose');
    });

    it('leaves the invitation that the visitor sees, whatever comes', async () => {
      const tab = await open(a, 1);
      tab.session.shown();
      await settled();
      tab.source.say({type: 'expose', offer: b});
      tab.session.refresh();
      await waitUntil(() => tab.source.starts.length === 2);
      expect(tab.session.state).to.deep.equal({name: 'expose', offer: a});
    });

    it('takes away one that the visitor has not seen yet when another tab shows the last', async () => {
      const [hidden, visible] = [await open(b, 1), await open(a, 1)];
      visible.session.shown();
      await waitUntil(() => hidden.state() === 'dismissed');
      expect([visible.state(), hidden.source.acts]).to.deep.equal(['expose', []]);
    });

    it('never keeps a visitor from an open conversation', async () => {
      const tab = await open(a, 0);
      tab.source.say({type: 'conversation', offer: c});
      tab.session.shown();
      await settled();
      expect(tab.state()).to.equal('conversation');
      expect((await createVisitStore({key}).read()).shown).to.equal(undefined);
    });

    it('remembers no more than 100 of a day, and none from before', async () => {
      const at = clock.now();
      const shown = Object.fromEntries([
        ['old', at - day],
        ['broken', 'never'],
        ...Array.from({length: 100}, (_, index) => [`offer ${index}`, at] as const),
      ]) as Record<string, number>;
      await createVisitStore({key}).update((visit) => ({...visit, shown}));
      await show(a);
      const ids = Object.keys((await createVisitStore({key}).read()).shown ?? {});
      expect([ids.length, ids.at(0), ids.at(-1)]).to.deep.equal([100, 'offer 1', 'a']);
    });
  });
});
