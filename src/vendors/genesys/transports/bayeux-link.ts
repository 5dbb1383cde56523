import {own} from '../../../check/own.js';
import type {Fetch} from '../../../http/request.js';

/** A message of the Bayeux protocol 1.0, unchecked. */
export interface BayeuxMessage {
  readonly channel?: unknown;
  readonly [field: string]: unknown;
}

/** Carries messages to a Bayeux server and back. */
export interface BayeuxLink {
  /** The protocol's name for this connection type. */
  readonly connectionType: string;
  /** The address without its query, for error messages. */
  readonly request: string;
  /**
   * Sends messages together and waits for the answer to each, at most `deadline` ms.
   *
   * @throws RequestError; or the reason of the link's signal when that aborted
   */
  exchange(messages: readonly BayeuxMessage[], deadline: number): Promise<readonly BayeuxMessage[]>;
  /** Sends a last message, if there is one, without waiting for its answer, and closes the link. It never throws. */
  close(farewell?: BayeuxMessage): void;
}

export interface BayeuxLinkOptions {
  /** Called with every message received, including answers. */
  readonly receive: (message: BayeuxMessage) => void;
  readonly signal: AbortSignal;
  readonly fetch?: Fetch | undefined;
  readonly webSocket?: (new (url: string) => WebSocket) | undefined;
}

/** Converts a message or a list of them to a list. */
export function toMessages(value: unknown): readonly BayeuxMessage[] {
  return [value].flat().map((message) => own(message as BayeuxMessage));
}
