import {expect} from '@open-wc/testing';
import {readMoment} from '../../src/record/moment.js';
import {at, createRecord, morning, mountTimeline, rowsOf, textOf} from '../support/element/timeline.js';

type Edges = readonly [from: number, to: number];

const agent = (joined: string | undefined, left: string | undefined) => ({
  role: 'agent',
  joinedAt: joined === undefined ? undefined : (at(joined) ?? readMoment(joined)),
  leftAt: left === undefined ? undefined : (at(left) ?? readMoment(left)),
  details: {},
});

async function show(joined: string | undefined, left: string | undefined) {
  const element = await mountTimeline(createRecord({...morning, participants: [agent(joined, left)]}));
  const row = rowsOf(element)[1]!;
  const bar = row.querySelector<HTMLElement>('.bar')!;
  return {
    element,
    marks: [...row.querySelectorAll('.mark')].map(textOf),
    edges: ['--from', '--to'].map((name) => Number(bar.style.getPropertyValue(name))),
    classes: [...bar.classList].filter((name) => /cut|outside/.test(name)),
  };
}

const cases: readonly (readonly [
  title: string,
  joined: string | undefined,
  left: string | undefined,
  edges: Edges,
  marks: readonly string[],
  classes: readonly string[],
])[] = [
  ['fits', '10:01:00', '10:06:00', [0.1, 0.6], [], []],
  ['fits but for a second, as clocks do', '09:59:59', '10:10:01', [0, 1], [], []],
  ['begins before', '09:58:00', '10:05:00', [0, 0.5], ['Starts 2 min before the engagement'], ['cut-start']],
  ['ends after', '10:05:00', '10:13:30', [0.5, 1], ['Ends 3 min 30 sec after the engagement'], ['cut-end']],
  [
    'begins before and ends after',
    '09:00:00',
    '12:10:00',
    [0, 1],
    ['Starts 1 hr before the engagement', 'Ends 2 hr after the engagement'],
    ['cut-start', 'cut-end'],
  ],
  ['is wholly before', '08:00:00', '09:00:00', [0, 0], ['1 hr before the engagement'], ['cut-start', 'outside']],
  ['is wholly after', '10:11:00', '10:12:00', [1, 1], ['1 min after the engagement'], ['cut-end', 'outside']],
  ['ends before it begins', '10:06:00', '10:03:00', [0.3, 0.6], ['Ends before it starts'], []],
  ['has no beginning', undefined, '10:05:00', [0, 0.5], ['Start not recorded'], ['cut-start']],
  ['has no end', '10:05:00', undefined, [0.5, 1], ['End not recorded'], ['cut-end']],
  ['has an end that cannot be read', '10:05:00', 'later', [0.5, 1], ['End not recorded'], ['cut-end']],
];

describe('An entry of a timeline that', () => {
  for (const [title, joined, left, edges, marks, classes] of cases) {
    it(`${title} is drawn within the axis${marks.length > 0 ? ', and says so' : ''}`, async () => {
      const shown = await show(joined, left);
      expect(shown.edges).to.deep.equal(edges);
      expect(shown.marks).to.deep.equal(marks);
      expect(shown.classes).to.deep.equal(classes);
      const hint = shown.element.shadowRoot!.querySelector('.hint');
      expect(hint?.textContent.includes(': 1.') ?? false).to.equal(marks.length > 0);
    });
  }

  it('has an end that cannot be read shows it as the vendor wrote it', async () => {
    const {element} = await show('10:05:00', 'later');
    expect(rowsOf(element)[1]!.textContent).to.contain('later');
  });

  it('ends before it begins tells no length', async () => {
    const {element} = await show('10:06:00', '10:03:00');
    expect(rowsOf(element)[1]!.querySelector('.length')).to.equal(null);
  });

  it('overlaps another is drawn where it is', async () => {
    const leg = {queues: [], details: {}};
    const element = await mountTimeline(
      createRecord({
        ...morning,
        legs: [
          {...leg, acceptedAt: at('10:00:00'), endedAt: at('10:05:00')},
          {...leg, requestedAt: at('10:04:00'), acceptedAt: at('10:05:00'), endedAt: at('10:10:00')},
        ],
      }),
    );
    const bars = [...rowsOf(element)[2]!.querySelectorAll<HTMLElement>('.bar')].map(({classList, style}) => [
      classList[1],
      Number(style.getPropertyValue('--from')),
      Number(style.getPropertyValue('--to')),
    ]);
    expect(bars).to.deep.equal([
      ['wait', 0.4, 0.5],
      ['talk', 0.5, 1],
    ]);
  });

  it('was a queue that nobody answered in says so', async () => {
    const element = await mountTimeline(createRecord({...morning, queues: [{queuedAt: at('10:00:00'), details: {}}]}));
    expect(rowsOf(element)[1]!.textContent).to.contain('Not answered in this queue');
  });
});
