import {createEngagement} from './long-engagement.js';
import {publishedEngagement} from './published-engagement.js';
import {avaya, glia} from './record-clients.js';
import {toAvayaRecord, toGliaRecord} from './timelines.bundle.js';

/**
 * @import {EngagementRecord} from '../../../src/timeline.js'
 * @typedef {{
 *   name: string, title: string, description: string, from: string, read: () => Promise<EngagementRecord>
 * }} RecordChoice
 *   `name` stands in the page's address, and `from` says where the record is from.
 */

/** How many of Glia's engagements are listed. */
const most = 5;

/** @returns {Promise<RecordChoice[]>} the latest of the site, as the platform lists them */
export async function listGlia() {
  /** @type {RecordChoice[]} */
  const choices = [];
  for await (const engagement of glia.listEngagements({siteIds: ['demo'], perPage: most})) {
    const {id, visitor_name, created_at, operators} = engagement;
    choices.push({
      name: `glia-${choices.length + 1}`,
      title: visitor_name ?? id,
      description: [clock(created_at), operators?.length === 1 ? 'one operator' : 'handed on to another operator'].join(
        ', ',
      ),
      from: 'GliaClient.getEngagement()',
      read: async () => toGliaRecord(await glia.getEngagement(id)),
    });
    if (choices.length === most) break;
  }
  return choices;
}

/** @type {readonly RecordChoice[]} */
export const avayaChoices = [
  {
    name: 'avaya-chat',
    title: 'A chat with a bot, a queue and two agents',
    description: 'Who waited where, and who handed on to whom.',
    from: 'AvayaJourneyClient.getEngagement()',
    read: () => readAvaya('5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b01'),
  },
  {
    name: 'avaya-call',
    title: 'A call that goes on',
    description: 'It is drawn up to now, and grows.',
    from: 'AvayaJourneyClient.getEngagement()',
    read: () => readAvaya('5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b02'),
  },
  {
    name: 'avaya-published',
    title: 'The vendor’s own example',
    description: 'Its times do not fit together; nothing is corrected, and every doubt is said.',
    from: 'the vendor’s documentation',
    read: async () => toAvayaRecord(publishedEngagement),
  },
];

/** @type {readonly RecordChoice[]} */
export const madeChoices = [
  {
    name: '500-legs',
    title: 'Handed on 499 times',
    description: '500 legs, to see how long a record may be.',
    from: 'this page, which made it up',
    read: async () => toGliaRecord(createEngagement(500)),
  },
];

/** @param {string | null | undefined} timestamp */
function clock(timestamp) {
  return new Date(timestamp ?? NaN).toLocaleString('en-GB', {dateStyle: 'medium', timeStyle: 'short'});
}

/** @param {string} id */
async function readAvaya(id) {
  return toAvayaRecord(await avaya.getEngagement(id));
}
