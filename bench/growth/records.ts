import {createLongEngagement} from '../../demo/site/timelines/long-engagement.js';
import {publishedEngagement} from '../../demo/site/timelines/published-engagement.js';
import {AvayaJourneyClient, toEngagementRecord as toAvayaRecord} from '../../src/vendors/avaya/index.js';
import {GliaClient, toEngagementRecord as toGliaRecord} from '../../src/vendors/glia/index.js';
import type {Subject} from './subject.js';

const baseUrl = 'https://platform.example';
const idOf = (number: number): string => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** Records that are read with the clients in Node, from answers that are there at once. */
export const growRecords: Subject = {
  name: 'records',
  counted: 'records read',
  counts: [1, 10, 100, 1_000, 10_000],
  measures: ['Glia, one by one (ms)', 'Avaya, 50 at a time (ms)'],
  measure: async (count) => {
    const ids = Array.from({length: count}, (_, number) => idOf(number));
    return [await time(() => readGlia(ids)), await time(() => readAvaya(ids))];
  },
};

async function time(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function readGlia(ids: readonly string[]): Promise<void> {
  const answer = JSON.stringify(createLongEngagement(3));
  const glia = new GliaClient({baseUrl, getToken: () => 'token', fetch: () => Promise.resolve(json(answer))});
  for (const id of ids) toGliaRecord(await glia.getEngagement(id));
}

async function readAvaya(ids: readonly string[]): Promise<void> {
  const getCredentials = () => Promise.resolve({appkey: 'key', token: 'token'});
  const avaya = new AvayaJourneyClient({baseUrl, accountId: 'ABCDEF', getCredentials, fetch: answerList});
  const {engagements, problems} = await avaya.listEngagements(ids);
  if (engagements.map(toAvayaRecord).length !== ids.length) throw new Error(problems.join());
}

function answerList(input: string | URL | Request): Promise<Response> {
  const {searchParams} = new URL(input instanceof Request ? input.url : input);
  const ids = (searchParams.get('engagementIds') ?? '').split(',');
  return Promise.resolve(json(JSON.stringify({engagements: ids.map((id) => ({...publishedEngagement, id}))})));
}

function json(text: string): Response {
  return new Response(text, {headers: {'Content-Type': 'application/json'}});
}
