/** A message of the Bayeux protocol, in either direction. Only its channel has been checked. */
export interface BayeuxMessage {
  readonly channel: string;
  readonly [field: string]: unknown;
}

/** Parses one message or a list of messages. Any other text gives `undefined`. */
export function parseBayeux(text: string): readonly BayeuxMessage[] | undefined {
  try {
    const messages: unknown[] = [JSON.parse(text)].flat();
    return messages.every(isMessage) ? messages : undefined;
  } catch {
    return undefined;
  }
}

/** The positive reply to a message. */
export function succeed(message: BayeuxMessage, fields: Readonly<Record<string, unknown>> = {}): BayeuxMessage {
  return {...echo(message), successful: true, ...fields};
}

/** The negative reply to a message, such as `403::subscribe_denied`. */
export function fail(message: BayeuxMessage, error: string, advice?: Readonly<Record<string, unknown>>): BayeuxMessage {
  return {...echo(message), successful: false, error, ...(advice && {advice})};
}

/** The fields that a reply repeats, so that the client can match it to its message. */
function echo({channel, id, clientId, subscription}: BayeuxMessage): BayeuxMessage {
  return {channel, id, clientId, subscription};
}

function isMessage(value: unknown): value is BayeuxMessage {
  return typeof value === 'object' && value !== null && 'channel' in value && typeof value.channel === 'string';
}
