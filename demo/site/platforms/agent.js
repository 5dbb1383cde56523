import {handOver} from '../component.js';
import {callGateway} from '../sandbox-client.js';

/**
 * @import {OutcomeList} from './outcome-list.js'
 * @import {GatewayWay} from '../sandbox-client.js'
 * @import {Visitor} from './transport-switch.js'
 * @typedef {{
 *   pageID?: string | undefined, title: string, message: string,
 *   acceptText: string, rejectText: string, timeout: number, time?: number, copy?: number
 * }} Invitation
 */

/** Speaks to the visitor as an agent of the contact centre would: through the brand's server and the gateway. */
export class Agent {
  #visitor;
  #outcomes;
  #readWay;
  /** @type {string | undefined} */ #last;

  /**
   * @param {Visitor} visitor
   * @param {OutcomeList} outcomes
   * @param {() => GatewayWay} readWay
   */
  constructor(visitor, outcomes, readWay) {
    this.#visitor = visitor;
    this.#outcomes = outcomes;
    this.#readWay = readWay;
  }

  /**
   * Begins to keep account of an invitation, under a title.
   *
   * @param {string} title
   * @returns {string} its id
   */
  announce(title) {
    this.#last = notificationTag.createId();
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

  /** Withdraws an invitation; otherwise the last one, and when there was none, whatever is on the page. */
  async withdraw(engagementID = this.#last) {
    await this.#call('noengage', {engagementID, reason: 'The agent is no longer free.'}, engagementID);
  }

  /**
   * Gives the page a message that no gateway sends, as another script of the page could.
   *
   * @param {string} title
   * @param {{channel: string, data: object}} message
   */
  async slip(title, message) {
    this.#outcomes.add(message.channel, title);
    await handOver(message);
  }

  /**
   * @param {'engage' | 'noengage'} method
   * @param {Record<string, unknown>} body
   * @param {string} [engagementId]
   */
  async #call(method, body, engagementId) {
    const refusal = await callGateway(this.#visitor.visitId, method, body, this.#readWay());
    if (refusal) this.#outcomes.note({type: method, outcome: 'refused', reason: refusal, engagementId});
  }
}
