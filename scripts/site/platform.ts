const session = {sessionId: 'session-1', visitorId: 'visitor-1', pageId: 'page-1'};

const offer = {
  campaignId: 880524023,
  engagementId: 880524123,
  engagementRevision: 21,
  contextId: '1',
  connectorId: 2642324112,
  status: 'expose',
};

const conversation = {...offer, conversationId: 'conversation-1', status: 'conversation'};

/** What the platform answers to a question, by the account that asks. */
const answers = {
  'no-offer': session,
  offer: {...session, engagementDetails: [offer]},
  conversation: {...session, engagementDetails: [conversation]},
};

export type Account = keyof typeof answers;

/** Answers as LivePerson's Monitoring API does, at once and to everybody the same. `undefined` for another address. */
export function answerAsPlatform(path: string): string | undefined {
  const {account = '', method} =
    /^\/api\/account\/(?<account>[^/]+)\/app\/[^/]+\/(?<method>\w+)/.exec(path)?.groups ?? {};
  if (method === 'report') return JSON.stringify(session);
  return account in answers ? JSON.stringify(answers[account as Account]) : undefined;
}
