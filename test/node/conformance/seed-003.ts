import {inFile, under, type Covering, type Seed} from './entry.js';

const client = inFile('test/vendors/avaya/avaya-journey-client.test.ts', 'AvayaJourneyClient');
const schema = inFile('test/vendors/avaya/engagement-schemas.test.ts', 'an engagement of seed 003');
const maps = inFile('test/vendors/avaya/engagement-record.test.ts', 'toEngagementRecord maps Avaya’s');
const reads = inFile('test/vendors/avaya/engagement-record.test.ts', 'toEngagementRecord of Avaya');

const asked = client('getEngagement, as seed 003 publishes it › asks the published address with both credentials');
const kindOf = (part: string, name: string): Covering =>
  schema(`Fields of ${part} › ${name} may not be of another kind`);

/** A field of a list that the record has under a title of its own, or together with the rest. */
const nested =
  (part: string, title: (key: string) => string) =>
  (name: string): Covering[] => {
    const key = name.split('.').at(-1) ?? '';
    return [kindOf(part, key), maps(title(key))];
  };

const getEngagement = under('Get Engagement');
const headers = under('Headers');
const responses = under('Responses');

export const seed003: Seed = {
  number: '003',
  title: 'Avaya, Get Engagement',
  entries: [
    getEngagement.entry('endpoint', 'GET /api/journey/v1/accounts/:accountId/engagements/:engagementId', asked),
    getEngagement.entry(
      'path parameter',
      'axpAPIDomain',
      client('getEngagement, as seed 003 publishes it › asks at the address that the document calls axpAPIDomain'),
    ),
    getEngagement.entry('path parameter', 'accountId', [
      asked,
      client('settings that cannot work › are refused at once: an account id with a path'),
    ]),
    getEngagement.entry('path parameter', 'engagementId', [
      asked,
      client('settings that cannot work › sends nothing for the engagement id ".."'),
    ]),
    headers.entry('header', 'appkey', asked),
    headers.entry('header', 'Accept', asked),
    responses.entry(
      'answer',
      'status: OK',
      client('getEngagement, as seed 003 publishes it › returns the published example as it is'),
    ),
    ...responses.fields(
      'engagement',
      ['id', 'status', 'direction', 'startDate', 'updateDate', 'endDate', 'channels'],
      nested('engagement', (name) => name),
    ),
    ...responses.values('engagement.status', ['COMPLETED'], () => reads('reads {"status":"COMPLETED"} as "ended"')),
    ...responses.values('engagement.direction', ['INBOUND'], () => reads('reads {"direction":"INBOUND"} as "inbound"')),
    ...responses.fields('engagement.channels', ['channels.id', 'channels.type'], (name) => [
      kindOf('channels', name.replace('channels.', '')),
      reads('reads {"channels":[{"id":"Chat"},{"type":"VOICE"},{"type":"VOICE"}]} as ["Chat","VOICE"]'),
    ]),
    ...responses.values('engagement.channels.type', ['VOICE'], () =>
      reads('reads {"channels":[{"id":"Chat"},{"type":"VOICE"},{"type":"VOICE"}]} as ["Chat","VOICE"]'),
    ),
    ...responses.fields(
      'engagement',
      ['identifiers'],
      nested('engagement', () => 'identifiers'),
    ),
    ...responses.fields('engagement.identifiers', ['identifiers.phoneNumbers', 'identifiers.emailAddresses'], (name) =>
      kindOf('identifiers', name.replace('identifiers.', '')),
    ),
    ...responses.fields('engagement', ['participants'], (name) => kindOf('engagement', name)),
    ...responses.fields(
      'engagement.participants',
      ['participants.id', 'participants.agentDisplayName', 'participants.joinedAt', 'participants.leftAt'],
      nested('participants', (key) => {
        if (key === 'agentDisplayName') return 'participants.1.agentDisplayName';
        return `participants.0.${key}${key === 'leftAt' ? ', after the end' : ''}`;
      }),
    ),
    ...responses.fields(
      'engagement.participants',
      ['participants.type'],
      nested('participants', () => 'participants.0.type'),
    ),
    ...responses.values('engagement.participants.type', ['EXTERNAL'], () =>
      reads('reads {"participants":[{"type":"EXTERNAL"}]} as "customer"'),
    ),
    ...responses.values('engagement.participants.type', ['AGENT'], () =>
      reads('reads {"participants":[{"type":"AGENT"}]} as "agent"'),
    ),
    ...responses.fields(
      'engagement.participants',
      ['participants.channelId'],
      nested('participants', () => 'participants.0, the rest'),
    ),
    ...responses.fields(
      'engagement.participants',
      ['participants.channelType'],
      nested('participants', () => 'participants.0.channelType'),
    ),
    ...responses.values('engagement.participants.channelType', ['VOICE'], () =>
      reads('reads {"participants":[{"channelType":"VOICE"}]} as "VOICE"'),
    ),
    ...responses.fields(
      'engagement.participants',
      ['participants.callingNumber', 'participants.dialledNumber', 'participants.extension', 'participants.dialogId'],
      nested('participants', (key) => `participants.${key === 'extension' ? 1 : 0}, the rest`),
    ),
    ...responses.fields(
      'engagement',
      ['conversations', 'data', 'attributes'],
      nested('engagement', (name) => name),
    ),
    ...responses.fields('engagement.data', ['data.referenceNumber', 'data.currentStatus'], maps),
    ...responses.fields('engagement', ['queues'], (name) => kindOf('engagement', name)),
    ...responses.fields(
      'engagement.queues',
      ['queues.queueId', 'queues.channelId', 'queues.queueName'],
      nested('queues', (key) => `queues.0.${key}`),
    ),
    ...responses.fields(
      'engagement.queues',
      ['queues.priority', 'queues.rank', 'queues.proficiencyRangeMin', 'queues.proficiencyRangeMax'],
      nested('queues', () => 'queues.0, the rest'),
    ),
    ...responses.fields(
      'engagement.queues',
      ['queues.queuedAt', 'queues.agentId', 'queues.acceptedAt'],
      nested('queues', (key) => `queues.0.${key}${key === 'queuedAt' ? ', years later' : ''}`),
    ),
    ...responses.fields('engagement', ['transfers'], (name) => kindOf('engagement', name)),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.initiatingAgentId'],
      nested('transfers', () => 'transfers.0.initiatingAgentId'),
    ),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.queueId', 'transfers.queueName'],
      nested('transfers', () => 'transfers.0.queueId, queueName'),
    ),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.channelProviderId', 'transfers.connectionId', 'transfers.dialogId', 'transfers.providerDialogId'],
      nested('transfers', () => 'transfers.0, the rest'),
    ),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.channelId'],
      nested('transfers', () => 'transfers.0.channelId'),
    ),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.correlationId', 'transfers.fallbackQueueId'],
      nested('transfers', () => 'transfers.0, the rest'),
    ),
    ...responses.fields(
      'engagement.transfers',
      [
        'transfers.timestamp',
        'transfers.destinationAgentId',
        'transfers.destinationAgentName',
        'transfers.destinationAgentJoinedAt',
        'transfers.description',
        'transfers.transferType',
      ],
      nested('transfers', (key) => `transfers.0.${key}${key === 'timestamp' ? ', years later' : ''}`),
    ),
    ...responses.values('engagement.transfers.transferType', ['TRANSFER_TO_AGENT'], () =>
      reads('reads {"transfers":[{"transferType":"TRANSFER_TO_AGENT"}]} as "agent"'),
    ),
  ],
  beyond: Object.fromEntries(
    [
      'list.engagements',
      'engagement.participants.automationType',
      'engagement.participants.sourceType',
      'engagement.participants.sourceAddress',
      'engagement.transfers.destinationExternalNumber',
      'engagement.sourceType',
      'engagement.sourceAddress',
      'engagement.accountId',
    ].map((path) => [path, 'the vendor’s own OpenAPI file']),
  ),
};
