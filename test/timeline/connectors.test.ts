import {expect} from '@open-wc/testing';
import type {EngagementRecord} from '../../src/record/engagement-record.js';
import {
  at,
  createLongRecord,
  createRecord,
  morning,
  mountLongTimeline,
  mountTimeline,
  rowsOf,
} from '../support/element/timeline.js';

/** What each row shows of connectors, such as `down 0.5`. */
function piecesOf(element: Element): string[][] {
  return rowsOf(element).map((row) =>
    [...row.querySelectorAll<HTMLElement>('.piece')].map(
      ({classList, style}) => `${classList[1]} ${Number(style.getPropertyValue('--from'))}`,
    ),
  );
}

const leg = (participantId: string, from: string, to: string) => ({
  participantId,
  acceptedAt: at(from),
  endedAt: at(to),
  queues: [],
  details: {},
});

const agent = (id: string, joined: string) => ({
  id,
  role: 'agent',
  joinedAt: at(joined),
  leftAt: at('10:10:00'),
  details: {},
});

const transfer = {
  to: 'agent',
  requestedAt: at('10:04:00'),
  acceptedAt: at('10:05:00'),
  fromAgentId: 'a',
  toAgentId: 'b',
  details: {},
};

const cases: readonly (readonly [title: string, parts: Partial<EngagementRecord>, pieces: readonly string[][]])[] = [
  [
    'joins the legs of both agents',
    {legs: [leg('a', '10:00:00', '10:05:00'), leg('b', '10:05:00', '10:10:00')], transfers: [transfer]},
    [[], ['down 0.4'], ['up 0.4', 'down 0.5'], ['up 0.5']],
  ],
  [
    'passes who is between them',
    {participants: [agent('a', '10:00:00'), agent('c', '10:03:00'), agent('b', '10:05:00')], transfers: [transfer]},
    [[], ['down 0.4'], ['past 0.4'], ['up 0.4', 'down 0.5'], ['up 0.5']],
  ],
  [
    'joins who was there before',
    {participants: [agent('b', '10:00:00'), agent('a', '10:01:00')], transfers: [transfer]},
    [[], ['down 0.5'], ['down 0.4', 'past 0.5'], ['up 0.4', 'up 0.5']],
  ],
  [
    'joins the queue when no agent is named',
    {
      queues: [{id: 'q', queuedAt: at('10:05:00'), acceptedAt: at('10:06:00'), details: {}}],
      transfers: [{...transfer, to: 'queue', toAgentId: undefined, fromAgentId: undefined, queue: {id: 'q'}}],
    },
    [[], ['down 0.5'], ['up 0.5']],
  ],
  ['joins nobody who is not on the axis', {transfers: [transfer]}, [[], []]],
  [
    'joins nothing at a time outside of the engagement',
    {
      participants: [agent('a', '10:00:00')],
      transfers: [{...transfer, requestedAt: at('11:00:00'), acceptedAt: at('11:01:00')}],
    },
    [[], [], []],
  ],
];

describe('A transfer', () => {
  for (const [title, parts, pieces] of cases) {
    it(title, async () => {
      const element = await mountTimeline(createRecord({...morning, ...parts}));
      expect(piecesOf(element)).to.deep.equal(pieces);
    });
  }

  it('joins nobody who is far away', async () => {
    const others = Array.from({length: 50}, (_, index) => agent(`other ${index}`, '10:03:00'));
    const record = createRecord({...morning, participants: [agent('a', '10:00:00'), ...others], transfers: [transfer]});
    const element = await mountLongTimeline(record);
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    expect(piecesOf(element).flat()).to.deep.equal([]);
    dispatchEvent(new Event('afterprint'));
  });

  it('joins its agents wherever it is in a long record', async () => {
    const element = await mountLongTimeline(createLongRecord(300));
    dispatchEvent(new Event('beforeprint'));
    await element.updateComplete;
    const transfers = rowsOf(element).filter((row) => row.matches('.transfer'));
    const unjoined = transfers.filter((row) => row.querySelectorAll('.piece').length < 2);
    expect([transfers.length, unjoined.length]).to.deep.equal([299, 3]);
    dispatchEvent(new Event('afterprint'));
  });
});
