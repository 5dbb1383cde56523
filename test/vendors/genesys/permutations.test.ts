import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {createOffer} from '../../support/fakes/scripted-source.js';
import {endListening, engage, listenAsPage, noengage, type Listening} from '../../support/notifications.js';

/** What is on the page by the rules: written down without the states of the session. */
interface Expected {
  readonly open: string | undefined;
  readonly isConversation: boolean;
  readonly withdrawn: readonly string[];
}

interface Step {
  readonly name: string;
  readonly happen: (page: Listening) => void;
  readonly expect: (before: Expected) => Expected;
}

const platformOffer = createOffer('platform/1', 'platform');
const nothing: Expected = {open: undefined, isConversation: false, withdrawn: []};

const engageStep = (id: string): Step => ({
  name: `engage ${id}`,
  happen: ({session}) => session.notify(engage(id)),
  expect: (before) => (before.open || before.withdrawn.includes(id) ? before : {...before, open: `genesys/${id}`}),
});
const noengageStep = (id: string): Step => ({
  name: `noengage ${id}`,
  happen: ({session}) => session.notify(noengage(id)),
  expect: ({open, withdrawn, ...before}) => ({
    ...before,
    open: open === `genesys/${id}` ? undefined : open,
    withdrawn: [...withdrawn, id],
  }),
});
const isPlatforms = ({open}: Expected): boolean => open === platformOffer.id;

const six: readonly Step[] = [
  engageStep('A'),
  engageStep('B'),
  noengageStep('A'),
  noengageStep('B'),
  {
    name: 'handshake: expose',
    happen: ({platform}) => platform.say({type: 'expose', offer: platformOffer}),
    expect: (before) =>
      before.open && !isPlatforms(before) ? before : {...before, open: platformOffer.id, isConversation: false},
  },
  {
    name: 'handshake: conversation',
    happen: ({platform}) => platform.say({type: 'conversation', offer: platformOffer}),
    expect: (before) => ({...before, open: platformOffer.id, isConversation: true}),
  },
];
const unavailable: Step = {
  name: 'handshake: unavailable',
  happen: ({platform}) => platform.say({type: 'unavailable', source: 'platform'}),
  expect: (before) => (isPlatforms(before) ? {...before, open: undefined, isConversation: false} : before),
};

const describeExpected = ({open, isConversation}: Expected): string =>
  open ? `${isConversation ? 'conversation' : 'expose'} ${open}` : 'nothing';

const describePage = ({summary}: Listening): string =>
  /^(expose|conversation) /.test(summary()) ? summary() : 'nothing';

async function check(steps: readonly Step[]): Promise<void> {
  const page = await listenAsPage();
  let expected = nothing;
  for (const {name, happen, expect: apply} of steps) {
    happen(page);
    expected = apply(expected);
    expect(describePage(page), `${steps.map((step) => step.name).join(', ')}; after ${name}`).to.equal(
      describeExpected(expected),
    );
  }
  endListening();
}

function permutationsOf<Item>(items: readonly Item[]): Item[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) => permutationsOf(items.toSpliced(index, 1)).map((rest) => [item, ...rest]));
}

describe('engage, noengage and handshake', () => {
  afterEach(endListening);

  it('end in the state that the rules give, in whatever order they come', async () => {
    const orders = permutationsOf(six);
    expect(orders).to.have.lengthOf(720);
    for (const order of orders) await check(order);
  });

  it('end in the state that the rules give, however often each of them comes', async () => {
    const step = fc.constantFrom(...six, unavailable);
    await fc.assert(fc.asyncProperty(fc.array(step, {maxLength: 20}), check), {numRuns: 300});
  });
});
