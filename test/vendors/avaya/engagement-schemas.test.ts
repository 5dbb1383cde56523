import {expect} from '@open-wc/testing';
import {engagementSchema} from '../../../src/vendors/avaya/engagement.schemas.js';
import * as seed from '../../fixtures/avaya/seed-003.js';

const {participants, queues, transfers} = seed.engagement;

/** Every field of the Customer Journey API, of what is nested in it, and of the vendor's OpenAPI file. */
const fields: Readonly<Record<string, readonly string[]>> = {
  engagement: [
    'id',
    'status',
    'direction',
    'startDate',
    'updateDate',
    'endDate',
    'channels',
    'identifiers',
    'participants',
    'conversations',
    'data',
    'attributes',
    'queues',
    'transfers',
  ],
  channels: ['id', 'type'],
  identifiers: ['phoneNumbers', 'emailAddresses'],
  participants: [
    'id',
    'agentDisplayName',
    'joinedAt',
    'leftAt',
    'type',
    'channelId',
    'channelType',
    'callingNumber',
    'dialledNumber',
    'extension',
    'dialogId',
  ],
  queues: [
    'queueId',
    'channelId',
    'queueName',
    'priority',
    'rank',
    'proficiencyRangeMin',
    'proficiencyRangeMax',
    'queuedAt',
    'agentId',
    'acceptedAt',
  ],
  transfers: [
    'initiatingAgentId',
    'queueId',
    'queueName',
    'channelProviderId',
    'connectionId',
    'dialogId',
    'providerDialogId',
    'channelId',
    'correlationId',
    'fallbackQueueId',
    'timestamp',
    'destinationAgentId',
    'destinationAgentName',
    'destinationAgentJoinedAt',
    'description',
    'transferType',
  ],
  'engagement, beyond the document': ['sourceType', 'sourceAddress', 'accountId'],
  'participants, beyond the document': ['automationType', 'sourceType', 'sourceAddress'],
  'transfers, beyond the document': ['destinationExternalNumber'],
};

const withField: Readonly<Record<string, (field: object) => object>> = {
  engagement: (field) => ({...seed.engagement, ...field}),
  channels: (field) => ({channels: [{id: 'Voice', type: 'VOICE', ...field}]}),
  identifiers: (field) => ({identifiers: {...seed.engagement.identifiers, ...field}}),
  participants: (field) => ({participants: [{...participants[0], ...field}]}),
  queues: (field) => ({queues: [{...queues[0], ...field}]}),
  transfers: (field) => ({transfers: [{...transfers[0], ...field}]}),
};

describe('an engagement of the Customer Journey API', () => {
  it('is read as it stands', () => {
    expect(engagementSchema.parse(seed.engagement)).to.deep.equal(seed.engagement);
  });

  for (const [part, names] of Object.entries(fields)) {
    const add = withField[part.split(',')[0]!]!;
    describe(`Fields of ${part}`, () => {
      for (const name of names) {
        it(`${name} may be absent or null`, () => {
          for (const value of [undefined, null]) {
            const engagement = add({[name]: value});
            expect(engagementSchema.parse(engagement)).to.deep.equal(engagement);
          }
        });

        it(`${name} may not be of another kind [AV6]`, () => {
          expect(engagementSchema.safeParse(add({[name]: Symbol('other')})).success).to.equal(false);
        });
      }
    });
  }
});
