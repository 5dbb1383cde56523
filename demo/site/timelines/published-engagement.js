/** @import {AvayaEngagement} from '../../../src/vendors/avaya/index.js' */

/**
 * The vendor's own example of the answer to Get Engagement, with times that are years apart.
 *
 * @type {AvayaEngagement}
 */
export const publishedEngagement = {
  id: '8e557fd6-580a-43b3-8cf9-db8169f4af5a',
  status: 'COMPLETED',
  direction: 'INBOUND',
  startDate: '2019-07-23T17:45:21.002Z',
  updateDate: '2019-07-23T17:47:21.002Z',
  endDate: '2019-07-23T17:50:21.002Z',
  channels: [{id: 'Voice', type: 'VOICE'}],
  identifiers: {
    phoneNumbers: ['019 718 0171', '188-115-7717', '+353 628 9848'],
    emailAddresses: ['melinda14@example.org', 'cmartin@example.org'],
  },
  participants: [
    {
      id: '443f413f-75f4-4ee4-a261-275e2c4a4c6f',
      joinedAt: '2019-07-23T17:45:21.002Z',
      leftAt: '2019-07-23T17:58:32.002Z',
      type: 'EXTERNAL',
      channelId: 'Voice',
      channelType: 'VOICE',
      callingNumber: '087 12345',
      dialledNumber: '1590 12345',
      dialogId: '67ec5131-259c-4924-bb08-d87cf315e5e3',
    },
    {
      id: 'e5e8b989-c0d3-493e-9c6c-a1e482c42946',
      agentDisplayName: 'John Smith',
      joinedAt: '2019-07-23T17:46:42.002Z',
      leftAt: '2019-07-23T18:00:32.002Z',
      type: 'AGENT',
      channelId: 'Voice',
      channelType: 'VOICE',
      extension: 'ext/1234',
      dialogId: '67ec5131-259c-4924-bb08-d87cf315e5e3',
    },
  ],
  conversations: ['Mortgage Application', 'First-time Buyer'],
  data: {referenceNumber: 'ref-4bf68d57-c189-4ad9-986f-e56ede9cdc32', currentStatus: 'Under review'},
  attributes: ['Broadband.billing'],
  queues: [
    {
      queueId: 'a12d14a2-99ad-4aed-8f55-5e87d18e9b9c',
      channelId: 'Voice',
      queueName: 'Default',
      priority: 1,
      rank: 2147483647,
      proficiencyRangeMin: 4,
      proficiencyRangeMax: 10,
      queuedAt: '2021-04-09T17:00:00.1Z',
      agentId: '93649e2e-f576-44b6-b002-fe61379cc4e5',
      acceptedAt: '2021-04-09T17:00:00.1Z',
    },
  ],
  transfers: [
    {
      initiatingAgentId: '3228e28c-e992-4933-943e-6681b7bfe934',
      queueId: '3fb467ed-9136-4542-898d-988a0c3028af',
      queueName: 'Default',
      channelProviderId: '4db6bf64-1684-4841-9446-a5fa2d186e6d',
      connectionId: '9a42578a-b883-4b9d-9da0-9e4096334503',
      dialogId: 'cb127356-134f-49ad-b5e0-37baaa400bfc',
      providerDialogId: 'caa30030-89f1-4b0c-a8f0-93230f92a96c',
      channelId: 'Chat',
      correlationId: '2d721d22-d020-4297-8180-fe86c0848cbd',
      fallbackQueueId: '3fb467ed-9136-4542-898d-988a0c3028af',
      timestamp: '2023-08-25T06:53:15.743Z',
      destinationAgentId: '3228e28c-e992-4933-943e-6681b7bfe934',
      destinationAgentName: 'John Smith',
      destinationAgentJoinedAt: '2023-08-25T07:07:49.652Z',
      description: 'New Car inquiry',
      transferType: 'TRANSFER_TO_AGENT',
    },
  ],
};
