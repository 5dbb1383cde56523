/**
 * @import {Agent, Invitation} from './agent.js'
 * @typedef {{
 *   title: string, description: string, needsRoom?: true,
 *   play: (agent: Agent, title: string, invitation: Invitation) => Promise<void>
 * }} AgentCase
 */

const many = 100;
const twoMinutes = 120_000;

/**
 * Unusual things that an agent, or the network in between, can do.
 *
 * @type {readonly AgentCase[]}
 */
export const agentCases = [
  {
    title: `Sent ${many} times`,
    description: 'One card appears. The other copies are ignored.',
    needsRoom: true,
    play: async (agent, title, invitation) => {
      const engagementID = agent.announce(title);
      // The gateway drops equal calls, so these differ in an unknown field.
      await Promise.all(Array.from({length: many}, (_, copy) => agent.invite(engagementID, {...invitation, copy})));
    },
  },
  {
    title: 'Withdrawn before it arrives',
    description: 'The cancellation arrives first, so the invitation is never shown.',
    play: async (agent, title, invitation) => {
      const engagementID = agent.announce(title);
      await agent.withdraw(engagementID);
      await agent.invite(engagementID, invitation);
    },
  },
  {
    title: 'For another page',
    description: 'The visit is right, but the page id is another page’s.',
    play: (agent, title, invitation) =>
      agent.invite(agent.announce(title), {...invitation, pageID: notificationSettings.createId()}),
  },
  {
    title: 'Two minutes late',
    description: 'It expired on the way.',
    play: (agent, title, invitation) =>
      agent.invite(agent.announce(title), {...invitation, time: Date.now() - twoMinutes}),
  },
  {
    title: 'HTML for the page',
    description: 'The vendor’s own script inserts it on gpe.appendContent. This component ignores it.',
    play: (agent, title) => {
      const data = {url: '/invite.html', method: 'GET', container: 'body'};
      return agent.inject(title, {channel: 'gpe.appendContent', data});
    },
  },
];
