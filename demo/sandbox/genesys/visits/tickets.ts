import {createTickets, type Tickets} from '../../../../src/server/tickets/tickets.js';
import {randomBytes, toBase64} from '../../bytes.js';

/** Lifetime of a ticket. */
export const validForSeconds = 60;

// One secret for all sandboxes of the process, because a brand's server keeps its own when it restarts.
const secret = toBase64(randomBytes(32));

/** The tickets of the brand's own server. Each lets the pages of any origin listen to one visit. */
export function createSandboxTickets(now: () => number): Tickets {
  return createTickets({secret, lifetime: validForSeconds, now});
}
