import {under, type VendorDocument} from './entry.js';

const getEngagement = under('Get Engagement');
const headers = under('Headers');
const responses = under('Responses');

export const avayaEngagement: VendorDocument = {
  name: 'avaya-engagement',
  title: 'Avaya, Get Engagement',
  entries: [
    getEngagement.entry('endpoint', 'GET /api/journey/v1/accounts/:accountId/engagements/:engagementId', 'AV1'),
    getEngagement.entry('path parameter', 'axpAPIDomain', 'AV2'),
    getEngagement.entry('path parameter', 'accountId', ['AV1', 'AV3']),
    getEngagement.entry('path parameter', 'engagementId', ['AV1', 'AV4']),
    headers.entry('header', 'appkey', 'AV1'),
    headers.entry('header', 'Accept', 'AV1'),
    responses.entry('answer', 'status: OK', 'AV5'),
    ...responses.fields(
      'engagement',
      ['id', 'status', 'direction', 'startDate', 'updateDate', 'endDate', 'channels'],
      ['AV6', 'AV7'],
    ),
    ...responses.values('engagement.status', ['COMPLETED'], 'AV8'),
    ...responses.values('engagement.direction', ['INBOUND'], 'AV8'),
    ...responses.fields('engagement.channels', ['channels.id', 'channels.type'], ['AV6', 'AV8']),
    ...responses.values('engagement.channels.type', ['VOICE'], 'AV8'),
    ...responses.fields('engagement', ['identifiers'], ['AV6', 'AV7']),
    ...responses.fields('engagement.identifiers', ['identifiers.phoneNumbers', 'identifiers.emailAddresses'], 'AV6'),
    ...responses.fields('engagement', ['participants'], 'AV6'),
    ...responses.fields(
      'engagement.participants',
      ['participants.id', 'participants.agentDisplayName', 'participants.joinedAt', 'participants.leftAt'],
      ['AV6', 'AV7'],
    ),
    ...responses.fields('engagement.participants', ['participants.type'], ['AV6', 'AV7']),
    ...responses.values('engagement.participants.type', ['EXTERNAL'], 'AV8'),
    ...responses.values('engagement.participants.type', ['AGENT'], 'AV8'),
    ...responses.fields('engagement.participants', ['participants.channelId'], ['AV6', 'AV7']),
    ...responses.fields('engagement.participants', ['participants.channelType'], ['AV6', 'AV7']),
    ...responses.values('engagement.participants.channelType', ['VOICE'], 'AV8'),
    ...responses.fields(
      'engagement.participants',
      ['participants.callingNumber', 'participants.dialledNumber', 'participants.extension', 'participants.dialogId'],
      ['AV6', 'AV7'],
    ),
    ...responses.fields('engagement', ['conversations', 'data', 'attributes'], ['AV6', 'AV7']),
    ...responses.fields('engagement.data', ['data.referenceNumber', 'data.currentStatus'], 'AV7'),
    ...responses.fields('engagement', ['queues'], 'AV6'),
    ...responses.fields(
      'engagement.queues',
      ['queues.queueId', 'queues.channelId', 'queues.queueName'],
      ['AV6', 'AV7'],
    ),
    ...responses.fields(
      'engagement.queues',
      ['queues.priority', 'queues.rank', 'queues.proficiencyRangeMin', 'queues.proficiencyRangeMax'],
      ['AV6', 'AV7'],
    ),
    ...responses.fields(
      'engagement.queues',
      ['queues.queuedAt', 'queues.agentId', 'queues.acceptedAt'],
      ['AV6', 'AV7'],
    ),
    ...responses.fields('engagement', ['transfers'], 'AV6'),
    ...responses.fields('engagement.transfers', ['transfers.initiatingAgentId'], ['AV6', 'AV7']),
    ...responses.fields('engagement.transfers', ['transfers.queueId', 'transfers.queueName'], ['AV6', 'AV7']),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.channelProviderId', 'transfers.connectionId', 'transfers.dialogId', 'transfers.providerDialogId'],
      ['AV6', 'AV7'],
    ),
    ...responses.fields('engagement.transfers', ['transfers.channelId'], ['AV6', 'AV7']),
    ...responses.fields(
      'engagement.transfers',
      ['transfers.correlationId', 'transfers.fallbackQueueId'],
      ['AV6', 'AV7'],
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
      ['AV6', 'AV7'],
    ),
    ...responses.values('engagement.transfers.transferType', ['TRANSFER_TO_AGENT'], 'AV8'),
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
