import * as z from 'zod/mini';

const short = z.string().check(z.maxLength(128));

const outcomeSchema = z.object({
  /** Unlike all others that the page has sent. */
  id: z.string().check(z.regex(/^[\w-]{1,64}$/)),
  /** Type of the message, such as `engage`. */
  type: short,
  outcome: z.enum(['offered', 'accepted', 'rejected', 'ignored', 'timedout', 'cancelled', 'errored']),
  reason: z.optional(short),
  /** Id of the attempt, as the gateway got or made it. */
  engagementId: z.optional(short),
  /** When it happened, by the clock of the page, in ms since the epoch. */
  at: z.number(),
});

export const reportSchema = z.object({
  visit: short,
  ticket: z.string().check(z.maxLength(1_024)),
  outcomes: z.array(outcomeSchema).check(z.maxLength(100)),
});

/** What became of an invitation, in the words of `engagement-notification`. */
export type Outcome = z.output<typeof outcomeSchema> & {
  /** Id of the visit. */
  readonly visit: string;
};
