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
 * What an agent, or what stands between, can do that is worth a look.
 *
 * @type {readonly AgentCase[]}
 */
export const agentCases = [
  {
    title: `The same ${many} times`,
    description: 'One card; every further copy is ignored.',
    needsRoom: true,
    play: async (agent, title, invitation) => {
      const engagementID = agent.announce(title);
      // The gateway itself drops calls that are equal, so these differ in a field that nobody knows.
      for (let copy = 1; copy <= many; copy++) await agent.invite(engagementID, {...invitation, copy});
    },
  },
  {
    title: 'Withdrawn before it comes',
    description: 'The cancellation overtakes the invitation, which is then never shown.',
    play: async (agent, title, invitation) => {
      const engagementID = agent.announce(title);
      await agent.withdraw(engagementID);
      await agent.invite(engagementID, invitation);
    },
  },
  {
    title: 'For another page',
    description: 'The visit is this one, the page id is not.',
    play: (agent, title, invitation) =>
      agent.invite(agent.announce(title), {...invitation, pageID: notificationTag.createId()}),
  },
  {
    title: 'Two minutes late',
    description: 'It ran out on its way.',
    play: (agent, title, invitation) =>
      agent.invite(agent.announce(title), {...invitation, time: Date.now() - twoMinutes}),
  },
  {
    title: 'HTML for the page',
    description: 'gpe.appendContent has the vendor’s own script insert it; here it is never carried out.',
    play: (agent, title) => {
      const data = {url: '/invite.html', method: 'GET', container: 'body'};
      return agent.slip(title, {channel: 'gpe.appendContent', data});
    },
  },
];
