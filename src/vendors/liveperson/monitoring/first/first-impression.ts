import {exchange} from '../../../../http/exchange.js';
import type {Offer} from '../../../../engagement/offer.js';
import {withShown} from '../../../../engagement/recollection.js';
import {tellTabs} from '../../../../visit/visit-channel.js';
import type {Visit} from '../../../../visit/visit.js';
import {updateVisit} from '../../../../visit/visit-transactions.js';
import {readEngageAnswer} from '../engage-answer.js';
import type {FirstQuestion} from './first-question.js';
import {toImpression} from '../impressions.js';
import {withReport} from '../monitoring-memory.js';
import {isAnswered, methodUrl, toImpressionBody, toReport} from '../monitoring-request.js';

interface ReportOptions {
  readonly signal: AbortSignal;
  /** By which the page hears of the other tabs, and not of itself. */
  readonly channel: BroadcastChannel | undefined;
}

/**
 * Remembers that the offer of a first question was seen, and reports it once (Monitoring API, Report). It never rejects.
 *
 * @returns whether there is nothing left to report; otherwise a session has to do it, which tries again
 */
export async function reportShown(
  question: FirstQuestion,
  offer: Offer,
  {signal, channel}: ReportOptions,
): Promise<boolean> {
  const {id, visitorId: vid, sessionId: sid, pageId, conversationId} = offer;
  const impression = toImpression('shown', offer);
  const {key, account, database, exchange: asked} = question;
  /** As far as there is a storage. */
  const remember = async (learn: (visit: Visit) => Visit): Promise<void> => {
    const change = (visit: Visit): Visit => (visit.visitorId === vid ? learn(visit) : visit);
    await updateVisit(key, change, database.use).catch(() => undefined);
    tellTabs(key, 'changed', channel);
  };
  if (!conversationId) void remember((visit) => withShown(visit, id, Date.now()));
  if (!vid || !sid || !impression) return true;
  if (!asked) return false;
  const ids = {vid, sid};
  const url = methodUrl('report', new URL(asked.url), account, ids);
  try {
    const reply = await exchange(url, toReport(toImpressionBody(impression, pageId)), {signal});
    const {data} = 'text' in reply && isAnswered(reply.status) ? readEngageAnswer(JSON.parse(reply.text)) : {};
    if (data) await remember((visit) => withReport(visit, ids, data, Date.now()));
    return !!data;
  } catch {
    return false;
  }
}
