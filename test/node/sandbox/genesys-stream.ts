import {readEvents as read} from '../../support/server/event-reader.js';

/** What an event stream says, one event after the other. */
export interface EventReader {
  /** Waits for the content of the next event; rejects when the stream ends before one. */
  next(): Promise<unknown>;
  stop(): Promise<void>;
}

/** Reads the unnamed events of an answer. */
export function readEvents(response: Response): EventReader {
  const {next, stop} = read(response);
  return {next: async () => JSON.parse((await next()).data ?? '') as unknown, stop};
}

/** Gets a ticket for a visit from the brand's backend. */
export async function getTicket(origin: string, visit: string): Promise<string> {
  const response = await fetch(`${origin}/sandbox/visits/${visit}/ticket`);
  return ((await response.json()) as {ticket: string}).ticket;
}

/** Connects a page to the notifications of its visit. */
export async function listen(origin: string, visit: string): Promise<EventReader> {
  const ticket = await getTicket(origin, visit);
  return readEvents(await fetch(`${origin}/server/notifications?visit=${visit}&page=P1&ticket=${ticket}`));
}
