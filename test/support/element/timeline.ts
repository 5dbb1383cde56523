import {fixtureSync} from '@open-wc/testing';
import {html} from 'lit';
import '../../../src/timeline.js';
import type {EngagementRecord} from '../../../src/record/engagement-record.js';
import {readMoment} from '../../../src/record/moment.js';
import type {EngagementTimelineElement} from '../../../src/timeline/engagement-timeline.js';
import {waitUntil} from '../wait-until.js';

/** A record with nothing in it but what a test says. */
export function createRecord(parts: Partial<EngagementRecord> = {}): EngagementRecord {
  return {
    vendor: 'avaya',
    channels: [],
    participants: [],
    legs: [],
    queues: [],
    transfers: [],
    recordings: [],
    topics: [],
    skills: [],
    identifiers: {},
    attributes: {},
    links: {},
    raw: {},
    ...parts,
  };
}

/** A moment on the morning of a test, such as `10:00:00`. */
export const at = (time: string) => readMoment(`2026-01-05T${time}Z`);

export const morning = {status: 'ended', startedAt: at('10:00:00'), endedAt: at('10:10:00')};

async function putOnPage(
  record: EngagementRecord | undefined,
  properties: Partial<EngagementTimelineElement>,
): Promise<EngagementTimelineElement> {
  const element = document.createElement('engagement-timeline');
  Object.assign(element, {timeZone: 'UTC', locale: 'en-GB', record}, properties);
  fixtureSync(html`<div>${element}</div>`);
  await element.updateComplete;
  return element;
}

/** Puts a timeline on the page and waits until all of it is there. */
export async function mountTimeline(
  record: EngagementRecord | undefined,
  properties: Partial<EngagementTimelineElement> = {},
): Promise<EngagementTimelineElement> {
  const element = await putOnPage(record, properties);
  const {queues, participants, legs, transfers} = record ?? createRecord();
  const timed = [...queues, ...participants, ...legs, ...transfers].filter((part) =>
    Object.values(part).some((value) => (value as {ms?: unknown} | undefined)?.ms !== undefined),
  ).length;
  const hasAxis = timed > 0 || (record?.startedAt ?? record?.endedAt) !== undefined;
  await waitUntil(() => rowsOf(element).length === (hasAxis ? timed + 1 : 0), 'all rows are drawn');
  return element;
}

export function rowsOf(element: Element): HTMLElement[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>('ol > li')];
}

/** What a reader reads, without line breaks and isolates. Engines differ in the plural of short units, and beside dashes. */
export function textOf(element: Element): string {
  return element.textContent
    .replaceAll(/[\u2068\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?– ?/g, ' – ')
    .replaceAll(/\b(yr|hr|min|sec)s\b/g, '$1')
    .trim();
}

/** What a reader reads of each row. */
export const tell = (element: Element): string[] => rowsOf(element).map(textOf);

/** How many lines a list says that it has, whether they are drawn or not. */
export const saidRows = (element: Element): number =>
  Number(rowsOf(element)[0]?.ariaSetSize ?? rowsOf(element)[0]?.getAttribute('aria-setsize'));

/** The part of a timeline that scrolls. */
export const chartOf = (element: Element): HTMLElement => element.shadowRoot!.querySelector<HTMLElement>('.chart')!;

/** Waits until what is in sight of a list is drawn, down to its end. */
export async function settle(element: Element): Promise<void> {
  const chart = chartOf(element);
  await waitUntil(() => {
    const {top, bottom} = chart.getBoundingClientRect();
    const shown = rowsOf(element).map((row) => row.getBoundingClientRect());
    const inSight = shown.filter((row) => row.bottom > top && row.top < bottom);
    const height = inSight.reduce((sum, row) => sum + Math.min(bottom, row.bottom) - Math.max(top, row.top), 0);
    return height > chart.clientHeight - 60;
  }, 'what is in sight is drawn');
}

/** A record of as many legs of 45 s, each handed on to the next agent of twelve. Every seventh one ends in many words. */
export function createLongRecord(count: number): EngagementRecord {
  const begin = at('10:00:00')!.ms!;
  const moment = (seconds: number) => readMoment(new Date(begin + seconds * 1000).toISOString());
  const agent = (index: number): string => `agent-${index % 12}`;
  const legs = Array.from({length: count}, (_, index) => ({
    participantId: agent(index),
    acceptedAt: moment(index * 45),
    endedAt: moment(index * 45 + 45),
    endReason: index % 7 === 6 ? 'a reason that takes many words to tell '.repeat(4) : 'transfer',
    queues: [],
    details: {},
  }));
  const transfers = legs.slice(1).map((leg, index) => ({
    to: 'agent',
    requestedAt: moment(index * 45 + 34),
    acceptedAt: leg.acceptedAt,
    fromAgentId: agent(index),
    toAgentId: agent(index + 1),
    details: {},
  }));
  return createRecord({status: 'ended', startedAt: moment(0), endedAt: moment(count * 45), legs, transfers});
}

/** Puts a timeline of a long record on the page and waits until it has found its room and drawn what is in sight. */
export async function mountLongTimeline(
  record: EngagementRecord,
  properties: Partial<EngagementTimelineElement> = {},
): Promise<EngagementTimelineElement> {
  const element = await putOnPage(record, properties);
  await waitUntil(() => rowsOf(element).length > 6, 'more is drawn than before the room for it was known');
  await settle(element);
  return element;
}
