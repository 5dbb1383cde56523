import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import fc from 'fast-check';
import {offerOf} from '../../../src/engagement/index.js';
import {runs} from '../../support/properties.js';
import {isEmpty, Place, settle, Tab, type Person, type Reply} from './session-model.js';

/** What must be so by the rules. */
interface Model {
  /** Whether nothing may be stored, because the visitor was forgotten and nobody has begun anew. */
  isForgotten: boolean;
}

interface Real {
  readonly place: Place;
  readonly tabs: Tab[];
}

type Act = (real: Real, tab: Tab, model: Model) => unknown;

/** What happens in one tab, and what must hold after it. */
class Step implements fc.AsyncCommand<Model, Real> {
  readonly #name: string;
  readonly #tab: number;
  readonly #act: Act;

  constructor(name: string, tab: number, act: Act) {
    this.#name = name;
    this.#tab = tab;
    this.#act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, real: Real): Promise<void> {
    const tab = real.tabs[this.#tab % real.tabs.length];
    assert.ok(tab);
    const before = real.place.asked.length;
    const wasSilent = real.tabs.every(({isGone, silence}) => isGone || silence);
    await this.#act(real, tab, model);
    await settle();
    const isSilent = real.tabs.every(({isGone, silence}) => isGone || silence);
    if (wasSilent && isSilent) assert.equal(real.place.asked.length, before, 'nothing is asked where nobody is');
    checkRules(model, real);
  }

  toString(): string {
    return `${this.#name}(${this.#tab})`;
  }
}

function checkRules(model: Model, {place, tabs}: Real): void {
  for (const {errors, session} of tabs) {
    assert.deepEqual(errors, [], 'nothing is thrown');
    if (offerOf(session.state))
      assert.ok(['expose', 'conversation', 'accepted', 'dismissed'].includes(session.state.name));
  }
  for (const {sid, person, isEarly, isOffline} of place.asked) {
    assert.ok(!isOffline, 'nothing is asked without a network');
    assert.ok(!isEarly, 'nothing is asked while the ladder cools down');
    const owner = sid === undefined ? undefined : place.owners.get(sid);
    assert.ok(
      !owner || !person || owner === person,
      `${String(person)} is never asked for in the session of ${String(owner)}`,
    );
  }
  const displays = place.asked.filter(({impression}) => impression?.startsWith('impDisplay/'));
  const seen = displays.map(({page, sid, impression}) => [page, sid, impression].join());
  assert.equal(new Set(seen).size, seen.length, 'an offer is told to be seen once on a page');
  if (model.isForgotten) assert.ok(isEmpty(place.visits.stored), 'nothing is stored after a log-out');
}

const replies: readonly Reply[] = ['expose', 'conversation', 'unavailable', 'failure', 'no answer'];

const inTab = (name: string, act: Act): fc.Arbitrary<Step> => fc.nat(2).map((tab) => new Step(name, tab, act));

/** An act after which sessions may store something again. */
const waking =
  (act: Act): Act =>
  (real, tab, model) => {
    model.isForgotten = false;
    return act(real, tab, model);
  };

const forgetting =
  (act: 'reset' | 'revoke'): Act =>
  async ({tabs}, tab, model) => {
    await tab.session[act]();
    for (const each of tabs) each.forget(act, each === tab);
    model.isForgotten = true;
  };

const logIn = (person: Person): Act =>
  waking(({place, tabs}) => {
    place.person = person;
    // A page that knows who has logged in says so in each of its tabs.
    for (const tab of tabs) tab.reload();
  });

const steps: readonly fc.Arbitrary<Step>[] = [
  ...replies.map((reply) => inTab(`the platform says ${reply}`, ({place}) => (place.reply = reply))),
  inTab(
    'refresh',
    waking((_, tab) => {
      if (tab.isGone) return;
      tab.silence = undefined;
      tab.session.refresh();
    }),
  ),
  inTab('accept', (_, {session}) => session.accept()),
  inTab('dismiss', (_, {session}) => session.dismiss()),
  inTab('shown', (_, {session}) => session.shown()),
  inTab('fold', (_, {session}) => session.fold(1)),
  inTab('unfold', (_, {session}) => session.unfold()),
  inTab('A logs in', logIn('A')),
  inTab('B logs in', logIn('B')),
  inTab('reset', forgetting('reset')),
  inTab('revoke', forgetting('revoke')),
  inTab('remove', (_, tab) => tab.remove()),
  inTab(
    'put back',
    waking((_, tab) => tab.putBack()),
  ),
  inTab(
    'reload',
    waking((_, tab) => tab.reload()),
  ),
  inTab(
    'open a tab',
    waking(({place, tabs}) => tabs.length < 3 && tabs.push(new Tab(place))),
  ),
  inTab('the network goes', ({place}) => place.network.set(false)),
  inTab('the network comes', ({place}) => place.network.set(true)),
  ...[3_600_000, -3_600_000].map((time) =>
    inTab(`the date changes by ${time / 60_000} minutes`, ({place}) => place.clock.suspend(time)),
  ),
  ...[1_000, 20_000, 200_000, 700_000].map((time) =>
    inTab(`${time / 1_000} s pass`, ({place}) => place.clock.pass(time)),
  ),
];

describe('A session, whatever visitor, platform and page do in whatever order,', () => {
  it('throws nothing, asks for nobody in the session of another, nothing when nobody or no network is there or the ladder cools down, and forgets for good', async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands([...steps], {maxCommands: 25}), async (commands) => {
        const place = new Place();
        const real = {place, tabs: [new Tab(place)]};
        await settle();
        await fc.asyncModelRun(() => ({model: {isForgotten: false}, real}), commands);
        for (const tab of real.tabs) tab.remove();
        await settle();
      }),
      runs(200),
    );
  });
});
