import {Agent} from './agent.js';
import {agentCases} from './agent-cases.js';
import {byId, element} from '../dom/markup.js';
import {OutcomeList} from './outcome-list.js';
import {scenarioButton} from '../workbench/scenario-picker.js';

/**
 * @import {NoticeDetail} from '../component.js'
 * @import {Invitation} from './agent.js'
 * @import {Visitor} from './transport-switch.js'
 */

/**
 * Lets the reader act as the agent.
 *
 * @param {Visitor} visitor
 * @param {() => Promise<void>} makeRoom makes the page ready to show an invitation
 * @returns {(notice: NoticeDetail) => void} notes the outcome of a message
 */
export function showAgent(visitor, makeRoom) {
  const form = /** @type {HTMLFormElement} */ (byId('agent'));
  const outcomes = new OutcomeList(byId('outcomes'));
  const agent = new Agent(visitor, outcomes, () => ({encoding: read(form, 'encoding'), base: read(form, 'base')}));

  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    await makeRoom();
    const invitation = readInvitation(form, visitor);
    await agent.invite(agent.announce(invitation.title), invitation);
  });
  byId('withdraw').addEventListener('click', () => agent.withdraw());
  for (const agentCase of agentCases) {
    const button = scenarioButton(agentCase, async () => {
      if (!form.reportValidity()) return;
      if (agentCase.needsRoom) await makeRoom();
      await agentCase.play(agent, agentCase.title, readInvitation(form, visitor));
    });
    byId('agent-cases').append(element('li', {}, button));
  }
  return (notice) => outcomes.note(notice);
}

/**
 * @param {HTMLFormElement} form
 * @param {Visitor} visitor
 * @returns {Invitation}
 */
function readInvitation(form, {pageId}) {
  return {
    title: read(form, 'title'),
    message: read(form, 'message'),
    acceptText: read(form, 'acceptText'),
    rejectText: read(form, 'rejectText'),
    timeout: Number(read(form, 'timeout')),
    pageID: read(form, 'to') === 'page' ? pageId : undefined,
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function read(form, name) {
  return String(new FormData(form).get(name));
}
