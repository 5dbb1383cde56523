import type {Authorize, Handler, Report, Tickets} from '../../src/server/index.js';
import {parseObject, readText} from '../../src/server/http/body.js';
import {createHandler} from '../../src/server/http/handler.js';
import {isVisitId} from '../../src/server/http/ids.js';
import {toJson} from '../../src/server/http/json-response.js';
import {Problem} from '../../src/server/http/problem.js';

interface TicketDeskOptions {
  readonly tickets: Tickets;
  readonly authorize: Authorize;
  readonly report: Report;
}

/** Issues tickets to the brand's own servers, for those that are written in another language than this one. */
export function createTicketDesk({tickets, authorize, report}: TicketDeskOptions): Handler {
  return createHandler({name: 'tickets', method: 'POST', authorize, report}, async (request) => {
    const {visit, origin} = parseObject(await readText(request), 'with visit and origin');
    if (!isVisitId(visit)) throw new Problem(400, 'Expected visit to be the id of a visit.');
    if (typeof origin !== 'string') throw new Problem(400, 'Expected origin to be the origin of the page.');
    return toJson({ticket: await tickets.issue({visit, origin})}, {'Cache-Control': 'no-store'});
  });
}
