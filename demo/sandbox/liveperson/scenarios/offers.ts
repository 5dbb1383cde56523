import {freshSession, invitation, inviting, openConversation, session} from '../monitoring/engagement-answers.js';
import type {AnsweringScenario} from './scenario.js';

/** The initial scenario of every account. */
export const expose: AnsweringScenario = {
  name: 'expose',
  title: 'Invitation',
  description: 'The visitor is eligible. The card invites them to a conversation.',
  answer: inviting([invitation]),
};

/** The platform answers as documented, or almost. */
export const offers: readonly AnsweringScenario[] = [
  expose,
  {
    name: 'conversation',
    title: 'Open conversation',
    description: 'The visitor already has a conversation. The card leads back into it.',
    answer: inviting([openConversation]),
  },
  {
    name: 'unavailable',
    title: 'Nothing to offer',
    description: 'The answer has a session but no engagement. Nothing appears on the page.',
    answer: session(),
  },
  {
    name: 'unavailable-null',
    title: 'Nothing to offer (null)',
    description: 'The list of engagements is null.',
    answer: inviting(null),
  },
  {
    name: 'unavailable-empty',
    title: 'Nothing to offer (empty list)',
    description: 'The list of engagements is empty.',
    answer: inviting([]),
  },
  {
    name: 'single-object',
    title: 'Invitation outside a list',
    description: 'The engagement is an object in place of a list.',
    answer: inviting(invitation),
  },
  {
    name: 'string-ids',
    title: 'Invitation with ids as text',
    description: 'Every id is a string.',
    answer: inviting([{...invitation, campaignId: '880524023', engagementId: '880524123', connectorId: '2642324112'}]),
  },
  {
    name: 'two-entries',
    title: 'Two invitations',
    description: 'Two engagements in one answer. The first one counts.',
    answer: inviting([invitation, {...invitation, engagementId: 880524124, contextId: '2'}]),
  },
  {
    name: 'extra-fields',
    title: 'Invitation with unknown fields',
    description: 'The answer has undocumented fields. One of them is “__proto__”.',
    answer: session({
      engagementDetails: [{...invitation, mood: {colour: 'green'}}],
      ...(JSON.parse('{"tomorrow": [1, 2, 3], "__proto__": {"polluted": true}}') as object),
    }),
  },
  {
    name: 'unknown-status',
    title: 'Unknown status',
    description: 'The status of the engagement is not a documented one.',
    answer: inviting([{...invitation, status: 'interaction'}]),
  },
  {
    name: 'invalid-session',
    title: 'Session expired',
    description: 'The visitor stays known and gets a new session, with an invitation.',
    answer: freshSession,
  },
];
