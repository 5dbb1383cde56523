import type {Fetch} from '../../../http/request.js';

/** A message of the Bayeux protocol 1.0, unchecked. */
export interface BayeuxMessage {
  readonly channel?: unknown;
  readonly [field: string]: unknown;
}

/** Carries messages to a Bayeux server and back. */
export interface BayeuxLink {
  /** What the protocol calls this way. */
  readonly connectionType: string;
  /** The address without its query, for error messages. */
  readonly request: string;
  /**
   * Sends messages together and waits for the answer to each, in ms.
   *
   * @throws RequestError; or the reason of the link's signal when that aborted
   */
  exchange(messages: readonly BayeuxMessage[], deadline: number): Promise<readonly BayeuxMessage[]>;
  /** Sends a last message, if there is one, without waiting for an answer, and lets go of everything. It never throws. */
  close(farewell?: BayeuxMessage): void;
}

export interface BayeuxLinkOptions {
  /** Called with every message that comes, answers included. */
  readonly receive: (message: BayeuxMessage) => void;
  readonly signal: AbortSignal;
  readonly fetch?: Fetch | undefined;
  readonly webSocket?: (new (url: string) => WebSocket) | undefined;
}

/** Takes a message or a list of them for a list of messages. */
export function toMessages(value: unknown): readonly BayeuxMessage[] {
  return [value].flat().map((message) => Object(message) as BayeuxMessage);
}
