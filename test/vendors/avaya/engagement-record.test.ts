import {expect} from '@open-wc/testing';
import {toEngagementRecord} from '../../../src/vendors/avaya/engagement-record.js';
import {engagementSchema} from '../../../src/vendors/avaya/engagement.schemas.js';
import * as seed from '../../fixtures/avaya/seed-003.js';

const map = (answer: object) => toEngagementRecord(engagementSchema.parse(answer));
const record = map(seed.engagement);
const [customer, agent] = record.participants;
const [queue] = record.queues;
const [transfer] = record.transfers;

const measured = (text: string) => ({text, ms: Date.parse(text), basis: 'measured'});

/** Every field of the published example, and where it is in the record. */
const fields: readonly (readonly [field: string, value: unknown, expected: unknown])[] = [
  ['id', record.id, '8e557fd6-580a-43b3-8cf9-db8169f4af5a'],
  ['status', record.status, 'ended'],
  ['direction', record.direction, 'inbound'],
  ['startDate', record.startedAt, measured('2019-07-23T17:45:21.002Z')],
  ['updateDate', record.updatedAt, measured('2019-07-23T17:47:21.002Z')],
  ['endDate', record.endedAt, measured('2019-07-23T17:50:21.002Z')],
  ['endDate − startDate', record.duration, {seconds: 300, basis: 'derived'}],
  ['channels', record.channels, ['VOICE']],
  ['identifiers', record.identifiers, seed.engagement.identifiers],
  ['conversations', record.topics, ['Mortgage Application', 'First-time Buyer']],
  ['data', record.attributes, seed.engagement.data],
  ['data.referenceNumber', record.attributes['referenceNumber'], 'ref-4bf68d57-c189-4ad9-986f-e56ede9cdc32'],
  ['data.currentStatus', record.attributes['currentStatus'], 'Under review'],
  ['attributes', record.skills, ['Broadband.billing']],
  ['participants.0.id', customer?.id, '443f413f-75f4-4ee4-a261-275e2c4a4c6f'],
  ['participants.0.type', customer?.role, 'customer'],
  ['participants.0.channelType', customer?.channel, 'VOICE'],
  ['participants.0.joinedAt', customer?.joinedAt, measured('2019-07-23T17:45:21.002Z')],
  ['participants.0.leftAt, after the end', customer?.leftAt, measured('2019-07-23T17:58:32.002Z')],
  [
    'participants.0, the rest',
    customer?.details,
    {
      channelId: 'Voice',
      callingNumber: '087 12345',
      dialledNumber: '1590 12345',
      dialogId: '67ec5131-259c-4924-bb08-d87cf315e5e3',
    },
  ],
  ['participants.1.type', agent?.role, 'agent'],
  ['participants.1.agentDisplayName', agent?.name, 'John Smith'],
  ['participants.1.leftAt, after the end', agent?.leftAt, measured('2019-07-23T18:00:32.002Z')],
  [
    'participants.1, the rest',
    agent?.details,
    {channelId: 'Voice', extension: 'ext/1234', dialogId: '67ec5131-259c-4924-bb08-d87cf315e5e3'},
  ],
  ['queues.0.queueId', queue?.id, 'a12d14a2-99ad-4aed-8f55-5e87d18e9b9c'],
  ['queues.0.queueName', queue?.name, 'Default'],
  ['queues.0.channelId', queue?.channel, 'Voice'],
  ['queues.0.queuedAt, years later', queue?.queuedAt, measured('2021-04-09T17:00:00.1Z')],
  ['queues.0.acceptedAt', queue?.acceptedAt, measured('2021-04-09T17:00:00.1Z')],
  ['queues.0, acceptedAt − queuedAt', queue?.wait, {seconds: 0, basis: 'derived'}],
  ['queues.0.agentId', queue?.agentId, '93649e2e-f576-44b6-b002-fe61379cc4e5'],
  [
    'queues.0, the rest',
    queue?.details,
    {priority: 1, rank: 2147483647, proficiencyRangeMin: 4, proficiencyRangeMax: 10},
  ],
  ['transfers.0.transferType', transfer?.to, 'agent'],
  ['transfers.0.timestamp, years later', transfer?.requestedAt, measured('2023-08-25T06:53:15.743Z')],
  ['transfers.0.destinationAgentJoinedAt', transfer?.acceptedAt, measured('2023-08-25T07:07:49.652Z')],
  ['transfers.0.initiatingAgentId', transfer?.fromAgentId, '3228e28c-e992-4933-943e-6681b7bfe934'],
  ['transfers.0.destinationAgentId', transfer?.toAgentId, '3228e28c-e992-4933-943e-6681b7bfe934'],
  ['transfers.0.destinationAgentName', transfer?.toAgentName, 'John Smith'],
  ['transfers.0.queueId, queueName', transfer?.queue, {id: '3fb467ed-9136-4542-898d-988a0c3028af', name: 'Default'}],
  ['transfers.0.channelId', transfer?.channel, 'Chat'],
  ['transfers.0.description', transfer?.description, 'New Car inquiry'],
  [
    'transfers.0, the rest',
    transfer?.details,
    {
      channelProviderId: '4db6bf64-1684-4841-9446-a5fa2d186e6d',
      connectionId: '9a42578a-b883-4b9d-9da0-9e4096334503',
      dialogId: 'cb127356-134f-49ad-b5e0-37baaa400bfc',
      providerDialogId: 'caa30030-89f1-4b0c-a8f0-93230f92a96c',
      correlationId: '2d721d22-d020-4297-8180-fe86c0848cbd',
      fallbackQueueId: '3fb467ed-9136-4542-898d-988a0c3028af',
    },
  ],
  ['no legs', record.legs, []],
  ['no recordings', record.recordings, []],
  ['no wait for the whole', record.wait, undefined],
  ['everything', record.raw, seed.engagement],
];

describe('toEngagementRecord maps Avaya’s', () => {
  for (const [field, value, expected] of fields) {
    it(`${field} [AV7]`, () => {
      expect(value).to.deep.equal(expected);
    });
  }
});

describe('toEngagementRecord of Avaya', () => {
  for (const [title, answer] of [
    ['nothing', {}],
    ['nulls', Object.fromEntries(Object.keys(seed.engagement).map((name) => [name, null]))],
  ] as const) {
    it(`makes an empty record of ${title}`, () => {
      const {raw, ...rest} = map(answer);
      expect(raw).to.deep.equal(answer);
      expect(JSON.parse(JSON.stringify(rest))).to.deep.equal({
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
      });
    });
  }

  const words: readonly (readonly [
    answer: object,
    read: (of: ReturnType<typeof map>) => unknown,
    expected: unknown,
  ])[] = [
    [{status: 'CREATED'}, ({status}) => status, 'created'],
    [{status: 'COMPLETED'}, ({status}) => status, 'ended'],
    [{status: 'ACTIVE'}, ({status}) => status, 'active'],
    [{status: 'PARKED'}, ({status}) => status, 'PARKED'],
    [{status: 'constructor'}, ({status}) => status, 'constructor'],
    [{direction: 'INBOUND'}, ({direction}) => direction, 'inbound'],
    [{direction: 'OUTBOUND'}, ({direction}) => direction, 'outbound'],
    [{participants: [{type: 'EXTERNAL'}]}, ({participants}) => participants[0]?.role, 'customer'],
    [{participants: [{type: 'AGENT'}]}, ({participants}) => participants[0]?.role, 'agent'],
    [{participants: [{channelType: 'VOICE'}]}, ({participants}) => participants[0]?.channel, 'VOICE'],
    [{participants: [{type: 'TREATMENT'}]}, ({participants}) => participants[0]?.role, 'automation'],
    [{participants: [{type: 'ROBOT'}]}, ({participants}) => participants[0]?.role, 'ROBOT'],
    [{participants: [{}]}, ({participants}) => participants[0]?.role, 'unknown'],
    [{transfers: [{transferType: 'TRANSFER_TO_AGENT'}]}, ({transfers}) => transfers[0]?.to, 'agent'],
    [{transfers: [{transferType: 'TRANSFER_TO_QUEUE'}]}, ({transfers}) => transfers[0]?.to, 'queue'],
    [{transfers: [{transferType: 'TRANSFER_TO_EXTERNAL'}]}, ({transfers}) => transfers[0]?.to, 'external'],
    [{transfers: [{transferType: 'CONSULT_TRANSFER_TO_QUEUE'}]}, ({transfers}) => transfers[0]?.to, 'consult-queue'],
    [{channels: [{id: 'Chat'}, {type: 'VOICE'}, {type: 'VOICE'}]}, ({channels}) => channels, ['Chat', 'VOICE']],
    [{sourceType: 'Facebook'}, ({source}) => source, 'Facebook'],
    [{accountId: 'ABCDEF', data: {flag: true}}, ({attributes}) => attributes, {accountId: 'ABCDEF', flag: true}],
  ];
  for (const [answer, read, expected] of words) {
    it(`reads ${JSON.stringify(answer)} as ${JSON.stringify(expected)} [AV8]`, () => {
      expect(read(map(answer))).to.deep.equal(expected);
    });
  }

  it('derives no wait that would be negative', () => {
    const {queues} = map({queues: [{queuedAt: '2026-01-01T10:00:00Z', acceptedAt: '2026-01-01T09:00:00Z'}]});
    expect(queues[0]?.wait).to.equal(undefined);
    expect(queues[0]?.acceptedAt?.text).to.equal('2026-01-01T09:00:00Z');
  });
});
