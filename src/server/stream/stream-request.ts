import {eventIdForm, isVisitId, pageIdForm} from '../http/ids.js';
import {Problem} from '../http/problem.js';

/** What a page asks for. */
export interface StreamRequest {
  readonly visit: string;
  readonly page: string | undefined;
  readonly ticket: string;
  /** Id of the last event that reached the browser. */
  readonly after: string | undefined;
}

/**
 * Reads the query. The header `Last-Event-ID`, by which a browser resumes a stream itself, is newer than the query.
 *
 * @throws Problem with status 400
 */
export function readStreamRequest({url, headers}: Request): StreamRequest {
  const query = new URL(url).searchParams;
  const read = (name: string): string | undefined => query.get(name) || undefined;
  const visit = read('visit');
  const page = read('page');
  const after = headers.get('last-event-id') ?? read('lastEventId');
  if (!isVisitId(visit)) throw new Problem(400, 'Expected visit to be the id of a visit.');
  if (page !== undefined && !pageIdForm.test(page)) throw new Problem(400, 'Expected page to be the id of a page.');
  if (after !== undefined && !eventIdForm.test(after)) throw new Problem(400, 'Expected the id of an event.');
  return {visit, page, ticket: read('ticket') ?? '', after};
}
