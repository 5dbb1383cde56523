import {createLongEngagement} from './long-engagement.js';
import {publishedEngagement} from './published-engagement.js';
import {avaya, glia} from './record-clients.js';
import {toAvayaRecord, toGliaRecord} from './timelines.bundle.js';

/**
 * @import {EngagementRecord} from '../../../src/timeline.js'
 * @typedef {{
 *   name: string, title: string, description: string, from: string, read: () => Promise<EngagementRecord>
 * }} RecordChoice
 *   `name` is the hash of the page's address. `from` names the source of the record.
 */

/** Number of Glia's engagements in the list. */
const gliaCount = 5;

/** @returns {Promise<RecordChoice[]>} the latest engagements of the site, in the platform's order */
export async function listGlia() {
  /** @type {RecordChoice[]} */
  const choices = [];
  for await (const engagement of glia.listEngagements({siteIds: ['demo'], perPage: gliaCount})) {
    const {id, visitor_name, created_at, operators} = engagement;
    choices.push({
      name: `glia-${choices.length + 1}`,
      title: visitor_name ?? id,
      description: [
        formatTime(created_at),
        operators?.length === 1 ? 'one operator' : 'transferred to another operator',
      ].join(', '),
      from: 'GliaClient.getEngagement()',
      read: async () => toGliaRecord(await glia.getEngagement(id)),
    });
    if (choices.length === gliaCount) break;
  }
  return choices;
}

/** @type {readonly RecordChoice[]} */
export const avayaChoices = [
  {
    name: 'avaya-chat',
    title: 'A chat with a bot, a queue and two agents',
    description: 'Waits, and the transfer from one agent to the other.',
    from: 'AvayaJourneyClient.getEngagement()',
    read: () => readAvaya('5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b01'),
  },
  {
    name: 'avaya-call',
    title: 'A call in progress',
    description: 'Shown up to now. It keeps growing.',
    from: 'AvayaJourneyClient.getEngagement()',
    read: () => readAvaya('5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b02'),
  },
  {
    name: 'avaya-published',
    title: 'The vendor’s own example',
    description: 'Its times contradict each other. They are shown uncorrected, with a warning for each.',
    from: 'the vendor’s documentation',
    read: async () => toAvayaRecord(publishedEngagement),
  },
];

/** @type {readonly RecordChoice[]} */
export const madeChoices = [
  {
    name: '500-legs',
    title: 'Transferred 499 times',
    description: 'A very long record with 500 legs.',
    from: 'a generator on this page',
    read: async () => toGliaRecord(createLongEngagement(500)),
  },
];

/** @param {string | null | undefined} timestamp */
function formatTime(timestamp) {
  return new Date(timestamp ?? NaN).toLocaleString('en-GB', {dateStyle: 'medium', timeStyle: 'short'});
}

/** @param {string} id */
async function readAvaya(id) {
  return toAvayaRecord(await avaya.getEngagement(id));
}
