/** One event of a stream. */
export interface ReadEvent {
  readonly id: string | undefined;
  readonly type: string;
  readonly data: string | undefined;
  /** The field `retry`, in ms. */
  readonly retry: number | undefined;
}

/** What an event stream says, one event after the other. */
export interface EventReader {
  /** Waits for the next event of a type. Rejects when the stream ends before one. @default 'message' */
  next(type?: string): Promise<ReadEvent>;
  /** Waits for the next block of lines, comments included. Undefined at the end of the stream. */
  block(): Promise<string | undefined>;
  stop(): Promise<void>;
}

/** Reads the events of an answer. */
export function readEvents({body}: Response): EventReader {
  if (!body) throw new Error('Expected an answer with a body.');
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  const block = async (): Promise<string | undefined> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const {value, done} = await reader.read();
      if (done) return undefined;
      text += value;
    }
  };
  const next = async (type = 'message'): Promise<ReadEvent> => {
    for (;;) {
      const found = await block();
      if (found === undefined) throw new Error('The stream has ended.');
      const event = toEvent(found);
      if (event.data !== undefined && event.type === type) return event;
    }
  };
  return {next, block, stop: () => reader.cancel()};
}

function toEvent(block: string): ReadEvent {
  const fields = new Map(block.split('\n').map((line) => [line.split(':')[0], line.replace(/^[^:]*: ?/, '')]));
  const retry = fields.get('retry');
  return {
    id: fields.get('id'),
    type: fields.get('event') ?? 'message',
    data: fields.get('data'),
    retry: retry === undefined ? undefined : Number(retry),
  };
}
