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

/** Puts a timeline on the page and waits until all of it is there. */
export async function mountTimeline(
  record: EngagementRecord | undefined,
  properties: Partial<EngagementTimelineElement> = {},
): Promise<EngagementTimelineElement> {
  const element = document.createElement('engagement-timeline');
  Object.assign(element, {timeZone: 'UTC', locale: 'en-GB', record}, properties);
  fixtureSync(html`<div>${element}</div>`);
  await element.updateComplete;
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

/** What a reader reads, without line breaks and isolates. Engines differ in the plural of short units. */
export function textOf(element: Element): string {
  return element.textContent
    .replaceAll(/[\u2068\u2069]/g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\b(yr|hr|min|sec)s\b/g, '$1')
    .trim();
}

/** What a reader reads of each row. */
export const tell = (element: Element): string[] => rowsOf(element).map(textOf);
