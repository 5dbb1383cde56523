/** What an event stream says, one event after the other. */
export interface EventReader {
  /** Waits for the next event; rejects when the stream ends before one. */
  next(): Promise<unknown>;
  stop(): Promise<void>;
}

/** Reads the events of an answer; comments are left out. */
export function readEvents({body}: Response): EventReader {
  if (!body) throw new Error('Expected an answer with a body.');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const next = async (): Promise<unknown> => {
    const [event, rest] = /^([^]*?)\n\n([^]*)$/.exec(text)?.slice(1) ?? [];
    if (event === undefined) {
      const {value, done} = await reader.read();
      if (done) throw new Error('The stream has ended.');
      text += value;
      return next();
    }
    text = rest ?? '';
    return event.startsWith('data: ') ? (JSON.parse(event.slice('data: '.length)) as unknown) : next();
  };
  return {next, stop: () => reader.cancel()};
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
