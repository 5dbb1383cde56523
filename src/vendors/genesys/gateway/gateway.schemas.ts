import * as z from 'zod/mini';
import {isIdText, longestId} from '../../../check/ids.js';
import {toVendorSpelling} from './vendor-spelling.js';

/** Ids arrive as numbers or text and are converted to text, because they are only compared. */
const id = z.pipe(
  z.pipe(z.union([z.string(), z.number()], {error: 'string or number'}), z.transform(String)),
  z.string().check(z.refine(isIdText, `at most ${longestId} characters, with no half of a surrogate pair`)),
);
const digits = z.pipe(z.string().check(z.regex(/^-?\d+(\.\d+)?$/)), z.transform(Number));

/** Treats null as absent. */
const optional = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.optional(
    z.pipe(
      z.nullable(schema),
      z.transform((value) => value ?? undefined),
    ),
  );
export const optionalId = optional(id);
const text = optional(z.string());
const amount = optional(z.union([z.number(), digits], {error: 'number'}));

const ids = {visitID: optionalId, pageID: optionalId, engagementID: optionalId, globalVisitID: optionalId};

/** What decorates an invitation must not spoil it. */
const ornament = <Schema extends z.ZodMiniType>(schema: Schema) =>
  optional(
    z.pipe(
      z.unknown(),
      z.transform((value) => z.safeParse(schema, value).data),
    ),
  );

const profileFields = {
  ...ids,
  /** `chat`, `callback`, `ad` or another channel. */
  channelType: text,
  nickName: text,
  subject: text,
  title: text,
  message: text,
  acceptText: text,
  rejectText: text,
  lang: text,
  /** Who invites. */
  agent: ornament(z.object({name: z.string(), avatar: text, role: text})),
  /** The brand that invites. */
  brand: ornament(z.object({name: z.string(), logo: text})),
  /** When the attempt was started, in ms since the epoch. */
  time: amount,
  /** How long the invitation is valid, in s. */
  timeout: amount,
  /** Data that the page and the strategy have agreed on. */
  data: optional(z.unknown()),
  /** Messages for the vendor's own script in the page. They are passed on and never executed. */
  notification: optional(z.array(z.unknown())),
};
const cancelFields = {...ids, reason: text};

const profile = z.looseObject(profileFields);
const cancel = z.looseObject(cancelFields);

/** `ixnProfile` as it reaches the page. The channel has already selected the visit. */
export const invitationSchema = z.pipe(z.transform(toVendorSpelling), profile);

/** `cancelData` as it reaches the page. */
export const withdrawalSchema = z.pipe(z.transform(toVendorSpelling), cancel);

/**
 * The object that starts an engagement attempt (Engagement REST API, Start Engagement Attempt).
 *
 * The vendor documents that `ixnProfile` is a mandatory JSON object. Its fields are this project's own design. Only
 * `visitID` is required, and unknown keys are kept.
 */
export const ixnProfileSchema = z.pipe(z.transform(toVendorSpelling), z.looseObject({...profileFields, visitID: id}));

/**
 * The object that starts an engagement attempt (Engagement REST API, Start Engagement Attempt). Ids may be text or
 * numbers, in the vendor's spelling or `visitId`, `pageId`, `engagementId`, `globalVisitId`. Its fields are this
 * project's own design.
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export type IxnProfile = z.input<typeof profile>;

/**
 * The object that cancels an engagement attempt (Engagement REST API, Cancel Engagement Attempt).
 *
 * The vendor documents that `cancelData` is a mandatory JSON object. Its fields are this project's own design.
 */
export const cancelDataSchema = z.pipe(z.transform(toVendorSpelling), z.looseObject({...cancelFields, visitID: id}));

/**
 * The object that cancels an engagement attempt (Engagement REST API, Cancel Engagement Attempt). Ids are written as in
 * `IxnProfile`.
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export type CancelData = z.input<typeof cancel>;

/** Whether a parameter has a field of this name, in one of its spellings. */
export function isKnown(name: string, parameter: 'ixnProfile' | 'cancelData'): boolean {
  const [field = name] = Object.keys(toVendorSpelling({[name]: 'id'}) as object);
  return Object.hasOwn(parameter === 'ixnProfile' ? profileFields : cancelFields, field);
}
