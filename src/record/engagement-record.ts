import type {Moment, Span} from './moment.js';

/** A word of ours, or the vendor's own where it has one that we do not know. */
export type Open<Known extends string> = Known | (string & {});

/** Facts that have no neutral place, under the vendor's own field names. */
export type Details = Readonly<Record<string, string | number | boolean>>;

/**
 * The history of one engagement, in vendor-neutral words (Glia REST API, Engagement; Customer Journey API, Get Engagement).
 *
 * Nothing is corrected: a participant who leaves after the end stays so. What a vendor does not say is
 * absent, and lists are empty. Ids join the parts of one record; they need not occur among `participants`.
 */
export interface EngagementRecord {
  readonly vendor: Open<'glia' | 'avaya'>;
  readonly id?: string | undefined;
  /** Absent where the vendor has no such fact and nothing in the record tells. */
  readonly status?: Open<'created' | 'active' | 'ended'> | undefined;
  /** Who began: the customer (`inbound`) or the business (`outbound`). */
  readonly direction?: Open<'inbound' | 'outbound'> | undefined;
  /** In the vendor's words, each once. */
  readonly channels: readonly string[];
  /** Where the engagement was asked for, in the vendor's words, such as `tab`. */
  readonly source?: string | undefined;
  readonly requestedAt?: Moment | undefined;
  readonly startedAt?: Moment | undefined;
  /** The record tells nothing later than this. */
  readonly updatedAt?: Moment | undefined;
  readonly endedAt?: Moment | undefined;
  readonly duration?: Span | undefined;
  /** Waiting before the whole engagement; the wait in one queue stands there. */
  readonly wait?: Span | undefined;
  /** Why it ended, in the vendor's words. */
  readonly endReason?: string | undefined;
  readonly participants: readonly Participant[];
  readonly legs: readonly Leg[];
  readonly queues: readonly QueueStay[];
  readonly transfers: readonly Transfer[];
  readonly recordings: readonly Recording[];
  /** What it was about, such as Avaya's conversations. */
  readonly topics: readonly string[];
  /** Skills that it was routed by, such as Avaya's attributes. */
  readonly skills: readonly string[];
  /** How the customer is known, by kind: phone numbers, e-mail addresses. Personal data. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  /** The brand's own data and every other plain fact of the vendor. */
  readonly attributes: Details;
  /** Addresses of what belongs to the record, by name, such as `transcript`. They need the vendor's credentials. */
  readonly links: Readonly<Record<string, string>>;
  /** The vendor's own object, whole. */
  readonly raw: unknown;
}

/** Someone who took part, or something: a bot, an announcement. */
export interface Participant {
  readonly id?: string | undefined;
  readonly role: Open<'customer' | 'agent' | 'automation'>;
  readonly name?: string | undefined;
  readonly channel?: string | undefined;
  readonly joinedAt?: Moment | undefined;
  readonly leftAt?: Moment | undefined;
  readonly details: Details;
}

/** The time that one agent had the engagement (Glia REST API, Engagement Leg). Never guessed from transfers. */
export interface Leg {
  readonly id?: string | undefined;
  /** Id of the agent. */
  readonly participantId?: string | undefined;
  /** How it came about, such as `reactive` or `transfer`. */
  readonly requestType?: string | undefined;
  readonly channel?: string | undefined;
  /** May lie within the leg before. */
  readonly requestedAt?: Moment | undefined;
  readonly acceptedAt?: Moment | undefined;
  readonly endedAt?: Moment | undefined;
  readonly duration?: Span | undefined;
  readonly endReason?: string | undefined;
  readonly queues: readonly QueueName[];
  readonly details: Details;
}

export interface QueueName {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** A queue that the customer was in; without times where the vendor only names it. */
export interface QueueStay extends QueueName {
  readonly channel?: string | undefined;
  readonly queuedAt?: Moment | undefined;
  /** Absent when nobody answered there. */
  readonly acceptedAt?: Moment | undefined;
  readonly wait?: Span | undefined;
  /** Id of the agent who answered. */
  readonly agentId?: string | undefined;
  readonly details: Details;
}

/** The moment at which somebody handed the engagement on. */
export interface Transfer {
  readonly to: Open<'agent' | 'queue' | 'external' | 'consult-queue'>;
  readonly requestedAt?: Moment | undefined;
  /** When the destination took over. */
  readonly acceptedAt?: Moment | undefined;
  readonly fromAgentId?: string | undefined;
  readonly toAgentId?: string | undefined;
  readonly toAgentName?: string | undefined;
  readonly queue?: QueueName | undefined;
  readonly channel?: string | undefined;
  readonly description?: string | undefined;
  readonly details: Details;
}

/** A recording. Its address needs the vendor's client: it is no audio and expires. */
export interface Recording {
  readonly kind: Open<'audio'>;
  readonly url: string;
}
