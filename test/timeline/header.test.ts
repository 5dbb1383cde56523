import {expect} from '@open-wc/testing';
import type {EngagementRecord} from '../../src/record/engagement-record.js';
import {at, createRecord, morning, mountTimeline, rowsOf, textOf} from '../support/element/timeline.js';

const leg = (from: string, to: string | undefined) => ({
  acceptedAt: at(from),
  endedAt: to === undefined ? undefined : at(to),
  queues: [],
  details: {},
});

const agent = (from: string, to: string | undefined) => ({
  role: 'agent',
  joinedAt: at(from),
  leftAt: to === undefined ? undefined : at(to),
  details: {},
});

const queue = (from: string, to: string | undefined) => ({
  queuedAt: at(from),
  acceptedAt: to === undefined ? undefined : at(to),
  details: {},
});

const cases: readonly (readonly [title: string, parts: Partial<EngagementRecord>, facts: readonly string[]])[] = [
  ['nothing about waiting and handling where nothing tells', {}, []],
  [
    'the wait that was measured, whatever the queues say',
    {wait: {seconds: 42, basis: 'measured'}, queues: [queue('10:00:00', '10:02:00')]},
    ['Wait time42 sec'],
  ],
  ['the wait before the beginning', {requestedAt: at('09:59:00')}, ['Wait time1 min (calculated)']],
  [
    'the waits in queues, of which those at the same time count once',
    {queues: [queue('10:00:00', '10:02:00'), queue('10:01:00', '10:03:00'), queue('10:05:00', '10:06:00')]},
    ['Wait time4 min (calculated)'],
  ],
  ['that nobody had to wait', {queues: [queue('10:00:00', '10:00:00')]}, ['Wait time0 sec (calculated)']],
  [
    'the time with agents, together or one after the other',
    {participants: [agent('10:01:00', '10:05:00'), agent('10:04:00', '10:06:00'), agent('10:08:00', '10:09:00')]},
    ['Handling time6 min (calculated)'],
  ],
  [
    'the legs, where there are some',
    {legs: [leg('10:01:00', '10:02:00')], participants: [agent('10:00:00', '10:10:00')]},
    ['Handling time1 min (calculated)'],
  ],
  [
    'only what is within the engagement',
    {participants: [agent('10:06:00', '11:00:00')], queues: [queue('08:00:00', '09:00:00')]},
    ['Handling time4 min (calculated)'],
  ],
  ['nothing about an agent whose end is not known', {participants: [agent('10:06:00', undefined)]}, []],
  [
    'how long an agent has been there while the engagement goes on',
    {status: 'active', endedAt: undefined, participants: [agent('10:06:00', undefined)]},
    ['Handling time6 min (calculated)'],
  ],
];

describe('The head of a timeline tells', () => {
  for (const [title, parts, facts] of cases) {
    it(title, async () => {
      const record = createRecord({...morning, ...parts});
      const element = await mountTimeline(record, {clock: () => at('10:12:00')!.ms!});
      const shown = [...element.shadowRoot!.querySelectorAll('header ~ dl.facts > div')].map(textOf);
      expect(shown).to.deep.equal(facts);
    });
  }
});

describe('The whole engagement', () => {
  it('has nothing to open when the record says no more about it', async () => {
    const element = await mountTimeline(createRecord({...morning, participants: [agent('10:00:00', '10:01:00')]}));
    const [whole, other] = rowsOf(element);
    expect(whole!.querySelector('button')).to.equal(null);
    expect(textOf(whole!)).to.contain('Whole engagement');
    expect(other!.querySelector('button')!.tabIndex).to.equal(0);
  });

  it('opens to what the vendor says of it', async () => {
    const element = await mountTimeline(createRecord({...morning, attributes: {tier: 'gold'}}));
    const button = rowsOf(element)[0]!.querySelector('button')!;
    expect(button.tabIndex).to.equal(0);
    button.click();
    await element.updateComplete;
    expect(textOf(rowsOf(element)[0]!.querySelector('dl')!)).to.equal('tiergold');
  });
});
