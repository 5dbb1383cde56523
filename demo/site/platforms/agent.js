import {notifyComponent} from '../component.js';
import {callGateway} from '../sandbox-client.js';

/**
 * @import {OutcomeList} from './outcome-list.js'
 * @import {CallOptions} from '../sandbox-client.js'
 * @import {Visitor} from './transport-switch.js'
 * @typedef {{
 *   pageID?: string | undefined, title: string, message: string,
 *   acceptText: string, rejectText: string, timeout: number, time?: number, copy?: number
 * }} Invitation
 */

/** Invites the visitor as an agent of the contact centre does: through the brand's server and the gateway. */
export class Agent {
  #visitor;
  #outcomes;
  #readOptions;
  /** @type {string | undefined} */ #last;

  /**
   * @param {Visitor} visitor
   * @param {OutcomeList} outcomes
   * @param {() => CallOptions} readOptions
   */
  constructor(visitor, outcomes, readOptions) {
    this.#visitor = visitor;
    this.#outcomes = outcomes;
    this.#readOptions = readOptions;
  }

  /**
   * Lists an invitation under a title, with its outcomes to come.
   *
   * @param {string} title
   * @returns {string} its id
   */
  announce(title) {
    this.#last = notificationSettings.createId();
    this.#outcomes.add(this.#last, title);
    return this.#last;
  }

  /**
   * @param {string} engagementID
   * @param {Invitation} invitation
   */
  async invite(engagementID, invitation) {
    await this.#call('engage', {...invitation, engagementID}, engagementID);
  }

  /** Withdraws an invitation. By default it is the last one, or the one on the page if there was none. */
  async withdraw(engagementID = this.#last) {
    await this.#call('noengage', {engagementID, reason: 'The agent is no longer free.'}, engagementID);
  }

  /**
   * Passes a message to the component that no gateway sends, as another script of the page could.
   *
   * @param {string} title
   * @param {{channel: string, data: object}} message
   */
  async inject(title, message) {
    this.#outcomes.add(message.channel, title);
    await notifyComponent(message);
  }

  /**
   * @param {'engage' | 'noengage'} method
   * @param {Record<string, unknown>} body
   * @param {string} [engagementId]
   */
  async #call(method, body, engagementId) {
    const refusal = await callGateway(this.#visitor.visitId, method, body, this.#readOptions());
    if (refusal) this.#outcomes.note({type: method, outcome: 'refused', reason: refusal, engagementId});
  }
}
