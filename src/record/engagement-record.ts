import type {Moment, Span} from './moment.js';

/** A known word, or the vendor's own word where it has another. */
export type Open<Known extends string> = Known | (string & {});

/** Facts without a neutral field, under the vendor's own field names. */
export type Details = Readonly<Record<string, string | number | boolean>>;

/**
 * The history of one engagement in vendor-neutral words (Glia REST API, Engagement; Customer Journey API, Get
 * Engagement). `toEngagementRecord` of the entries for Glia and Avaya creates one, and `<engagement-timeline>` shows it.
 *
 * Nothing is corrected: a participant may leave after the end of the engagement. Facts that a vendor does not give are
 * absent, and lists are empty. Ids connect the parts of a record and need not occur among `participants`.
 *
 * @example
 * const record: EngagementRecord = toEngagementRecord(await glia.getEngagement(id));
 * console.log(record.startedAt?.text, record.duration?.seconds, record.transfers.length);
 *
 * @see https://docs.glia.com/glia-dev
 * @see https://developers.avayacloud.com/avaya-experience-platform/docs/customer-journey-engagements
 */
export interface EngagementRecord {
  /** The platform that the engagement took place on. */
  readonly vendor: Open<'glia' | 'avaya'>;
  /** The vendor's id of the engagement. */
  readonly id?: string | undefined;
  /** Absent when neither the vendor nor another field of the record says it. */
  readonly status?: Open<'created' | 'active' | 'ended'> | undefined;
  /** Who began: the customer (`inbound`) or the business (`outbound`). */
  readonly direction?: Open<'inbound' | 'outbound'> | undefined;
  /** Channels and media in the vendor's words, each once. */
  readonly channels: readonly string[];
  /** Where the engagement was requested, in the vendor's words, such as `tab`. */
  readonly source?: string | undefined;
  /** When the customer or the business asked for the engagement. */
  readonly requestedAt?: Moment | undefined;
  /** When the engagement began. */
  readonly startedAt?: Moment | undefined;
  /** When the vendor last changed the engagement. Nothing in the record is later. */
  readonly updatedAt?: Moment | undefined;
  /** When the engagement ended. Absent while it is in progress. */
  readonly endedAt?: Moment | undefined;
  /** Length of the engagement. */
  readonly duration?: Span | undefined;
  /** Wait before the engagement. The wait in a single queue is in `queues`. */
  readonly wait?: Span | undefined;
  /** Why the engagement ended, in the vendor's words. */
  readonly endReason?: string | undefined;
  /** Everyone who took part. */
  readonly participants: readonly Participant[];
  /** The parts that single agents handled, in the vendor's order. */
  readonly legs: readonly Leg[];
  /** The queues in which the customer waited. */
  readonly queues: readonly QueueStay[];
  /** The transfers to other agents and queues. */
  readonly transfers: readonly Transfer[];
  /** Recordings of the engagement. */
  readonly recordings: readonly Recording[];
  /** What the engagement was about, such as Avaya's `conversations`. */
  readonly topics: readonly string[];
  /** Skills by which the engagement was routed, such as Avaya's `attributes`. */
  readonly skills: readonly string[];
  /** Identifiers of the customer by kind, such as phone numbers and e-mail addresses. Personal data. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
  /** The brand's own data and all other plain facts. */
  readonly attributes: Details;
  /** Addresses of related resources by name, such as `transcript`. They need the vendor's credentials. */
  readonly links: Readonly<Record<string, string>>;
  /** The vendor's own object, unchanged. */
  readonly raw: unknown;
}

/** A person or an automaton (a bot, an announcement) that took part. */
export interface Participant {
  /** The vendor's id of the participant. */
  readonly id?: string | undefined;
  /** Part in the engagement. */
  readonly role: Open<'customer' | 'agent' | 'automation'>;
  /** Name for display. Personal data. */
  readonly name?: string | undefined;
  /** The participant's channel, in the vendor's words. */
  readonly channel?: string | undefined;
  /** When the participant joined. */
  readonly joinedAt?: Moment | undefined;
  /** When the participant left. */
  readonly leftAt?: Moment | undefined;
  /** Further plain facts of the vendor. */
  readonly details: Details;
}

/** The time for which one agent handled the engagement (Glia REST API, Engagement Leg). Not inferred from transfers. */
export interface Leg {
  /** The vendor's id of the leg. */
  readonly id?: string | undefined;
  /** Id of the agent. */
  readonly participantId?: string | undefined;
  /** How the leg began, such as `reactive` or `transfer`. */
  readonly requestType?: string | undefined;
  /** Channel of the leg, in the vendor's words. */
  readonly channel?: string | undefined;
  /** When the agent was asked for. This may be within the previous leg. */
  readonly requestedAt?: Moment | undefined;
  /** When the agent accepted. */
  readonly acceptedAt?: Moment | undefined;
  /** When the leg ended. */
  readonly endedAt?: Moment | undefined;
  /** Length of the leg. */
  readonly duration?: Span | undefined;
  /** Why the leg ended, in the vendor's words. */
  readonly endReason?: string | undefined;
  /** The queues through which the leg was requested. */
  readonly queues: readonly QueueName[];
  /** Further plain facts of the vendor. */
  readonly details: Details;
}

/** A queue, by id and name. */
export interface QueueName {
  /** The vendor's id of the queue. */
  readonly id?: string | undefined;
  /** Name for display. */
  readonly name?: string | undefined;
}

/** A queue in which the customer waited. It has no times if the vendor only names it. */
export interface QueueStay extends QueueName {
  /** Channel of the wait, in the vendor's words. */
  readonly channel?: string | undefined;
  /** When the wait began. */
  readonly queuedAt?: Moment | undefined;
  /** When an agent accepted. Absent when no agent did. */
  readonly acceptedAt?: Moment | undefined;
  /** Length of the wait. */
  readonly wait?: Span | undefined;
  /** Id of the agent who accepted. */
  readonly agentId?: string | undefined;
  /** Further plain facts of the vendor. */
  readonly details: Details;
}

/** A transfer of the engagement to another agent or queue. */
export interface Transfer {
  /** The kind of destination. */
  readonly to: Open<'agent' | 'queue' | 'external' | 'consult-queue'>;
  /** When the transfer was requested. */
  readonly requestedAt?: Moment | undefined;
  /** When the destination took over. */
  readonly acceptedAt?: Moment | undefined;
  /** Id of the agent who transferred the engagement. */
  readonly fromAgentId?: string | undefined;
  /** Id of the agent who took over. */
  readonly toAgentId?: string | undefined;
  /** Name of that agent. */
  readonly toAgentName?: string | undefined;
  /** The queue to which the engagement was transferred. */
  readonly queue?: QueueName | undefined;
  /** Channel of the transfer, in the vendor's words. */
  readonly channel?: string | undefined;
  /** Description of the transfer, in the words of the vendor or the agent. */
  readonly description?: string | undefined;
  /** Further plain facts of the vendor. */
  readonly details: Details;
}

/** A recording. `GliaClient.getRecording` turns its address into that of an audio file. */
export interface Recording {
  /** Kind of the recording. */
  readonly kind: Open<'audio'>;
  /** Address for `GliaClient.getRecording`. It needs the vendor's credentials. */
  readonly url: string;
}
