import {check} from '../../check/check.js';
import {parseObject, readText} from '../http/body.js';
import {createHandler, type Handler} from '../http/handler.js';
import type {Origins} from '../http/origins.js';
import {Problem} from '../http/problem.js';
import type {Report} from '../http/report.js';
import type {Notifications} from '../notifications/notifications.js';
import type {Tickets} from '../tickets/tickets.js';
import {reportSchema, type Outcome} from './outcome.schemas.js';

/** Options of `createOutcomes`. */
export interface OutcomesOptions {
  /** Takes an outcome, such as into the CRM. If it rejects, the same outcome may come again. Required. */
  readonly onOutcome: (outcome: Outcome) => void | Promise<void>;
  /** Checks that the page belongs to the visit. Required. */
  readonly tickets: Tickets;
  /** Remembers which outcomes have come. Required. */
  readonly notifications: Pick<Notifications, 'claim' | 'release'>;
  /** Which pages may report. Required. */
  readonly origins: Origins;
  readonly report?: Report | undefined;
}

/** A ticket proves for so long that a page belongs to a visit, in ms: an invitation may be open for a day. */
const grace = 24 * 60 * 60_000;

/** How long an outcome that comes again is recognised, in ms. */
const memory = 10 * 60_000;

/**
 * Creates the handler at `outcomes-url`, to which the widget reports what became of invitations. Each outcome is taken
 * once.
 *
 * @throws ConfigurationError when `origins` is not a list of origins
 *
 * @example
 * const onOutcome = ({engagementId, outcome}) => crm.note(engagementId, outcome);
 * const outcomes = createOutcomes({onOutcome, tickets, notifications, origins: ['https://www.brand.example']});
 */
export function createOutcomes({onOutcome, tickets, notifications, origins, report}: OutcomesOptions): Handler {
  const takeOnce = async (outcome: Outcome): Promise<void> => {
    const key = `outcome/${outcome.visit}/${outcome.id}`;
    if (!(await notifications.claim(key, memory))) return;
    try {
      await onOutcome(outcome);
    } catch (error) {
      await notifications.release(key);
      throw error;
    }
  };
  return createHandler({name: 'outcomes', method: 'POST', origins, report}, async (request) => {
    const {data, problem} = check(reportSchema, parseObject(await readText(request), 'with outcomes'));
    if (problem !== undefined) throw new Problem(400, `Expected outcomes as documented: ${problem}.`);
    const {visit, ticket, outcomes} = data;
    if ((await tickets.read(ticket, grace))?.visit !== visit)
      throw new Problem(403, 'Expected a ticket of this visit.');
    for (const outcome of outcomes) await takeOnce({...outcome, visit});
    return new Response(null, {status: 204});
  });
}
