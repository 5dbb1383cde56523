/** An engagement in Avaya's form. */
export type SandboxEngagement = Readonly<Record<string, unknown>> & {readonly id: string};

const minutesBefore = (at: number, minutes: number): string => new Date(at - minutes * 60_000).toISOString();

const ended: SandboxEngagement = {
  id: '5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b01',
  status: 'COMPLETED',
  direction: 'INBOUND',
  startDate: '2026-11-20T09:00:00.000Z',
  updateDate: '2026-11-20T09:21:30.000Z',
  endDate: '2026-11-20T09:21:00.000Z',
  channels: [{id: 'Chat', type: 'WEBCHAT'}],
  identifiers: {emailAddresses: ['robin@example.org']},
  participants: [
    {
      id: 'robin',
      type: 'EXTERNAL',
      joinedAt: '2026-11-20T09:00:00.000Z',
      leftAt: '2026-11-20T09:21:00.000Z',
      channelId: 'Chat',
      channelType: 'WEBCHAT',
    },
    {
      id: 'bot',
      type: 'TREATMENT',
      automationType: 'CHATBOT',
      joinedAt: '2026-11-20T09:00:02.000Z',
      leftAt: '2026-11-20T09:02:10.000Z',
      channelId: 'Chat',
      channelType: 'WEBCHAT',
    },
    {
      id: 'amina',
      type: 'AGENT',
      agentDisplayName: 'Amina Diallo',
      joinedAt: '2026-11-20T09:05:00.000Z',
      leftAt: '2026-11-20T09:12:40.000Z',
      channelId: 'Chat',
      channelType: 'WEBCHAT',
    },
    {
      id: 'lukas',
      type: 'AGENT',
      agentDisplayName: 'Lukas Brandt',
      joinedAt: '2026-11-20T09:12:40.000Z',
      leftAt: '2026-11-20T09:21:00.000Z',
      channelId: 'Chat',
      channelType: 'WEBCHAT',
    },
  ],
  conversations: ['Change of address'],
  queues: [
    {
      queueId: 'q1',
      queueName: 'General',
      channelId: 'Chat',
      priority: 5,
      queuedAt: '2026-11-20T09:02:10.000Z',
      acceptedAt: '2026-11-20T09:05:00.000Z',
      agentId: 'amina',
    },
  ],
  transfers: [
    {
      transferType: 'TRANSFER_TO_AGENT',
      channelProviderId: 'p1',
      channelId: 'Chat',
      timestamp: '2026-11-20T09:11:50.000Z',
      initiatingAgentId: 'amina',
      destinationAgentId: 'lukas',
      destinationAgentName: 'Lukas Brandt',
      destinationAgentJoinedAt: '2026-11-20T09:12:40.000Z',
      description: 'Contract questions',
    },
  ],
};

/** A call that is still running. Its times are relative to the request, in ms since the epoch. */
function running(at: number): SandboxEngagement {
  return {
    id: '5b1f3c1e-3f0e-4a3e-9a53-0c3f7d0a1b02',
    status: 'ACTIVE',
    direction: 'OUTBOUND',
    startDate: minutesBefore(at, 12),
    channels: [{id: 'Voice', type: 'VOICE'}],
    participants: [
      {id: 'kim', type: 'EXTERNAL', joinedAt: minutesBefore(at, 11), channelId: 'Voice', channelType: 'VOICE'},
      {
        id: 'lukas',
        type: 'AGENT',
        agentDisplayName: 'Lukas Brandt',
        joinedAt: minutesBefore(at, 12),
        channelId: 'Voice',
        channelType: 'VOICE',
      },
    ],
  };
}

/** All engagements by their ids, as they are `at` ms since the epoch. */
export function engagementsAt(at: number): ReadonlyMap<string, SandboxEngagement> {
  return new Map([ended, running(at)].map((engagement) => [engagement.id, engagement]));
}
