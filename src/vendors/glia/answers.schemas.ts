import * as z from 'zod/mini';
import {isSecure} from '../../http/origin.js';
import {parseUrl} from '../../http/safe-url.js';
import {idSchema} from './engagement.schemas.js';

/** One page of a list. Its items are checked one by one, so that a malformed one does not affect the others. */
export const pageSchema = z.looseObject({
  next_page: z.nullish(z.string()),
  engagements: z.nullable(z.array(z.unknown())),
});

export const endAnswerSchema = z.looseObject({id: idSchema, sub_engagement_id: z.nullish(idSchema)});

/**
 * Ids of the engagement and the leg that were ended (Glia REST API, End Engagement).
 *
 * @see https://docs.glia.com/glia-dev
 */
export type GliaEndAnswer = z.output<typeof endAnswerSchema>;

export const exportAnswerSchema = z.looseObject({success: z.boolean()});

/**
 * Whether the export has begun (Glia REST API, Export Engagement).
 *
 * @see https://docs.glia.com/glia-dev
 */
export type GliaExportAnswer = z.output<typeof exportAnswerSchema>;

export const waitDurationSchema = z.looseObject({average_duration_in_seconds: z.nullish(z.number())});

/** The address goes into a player or a link, so it must not be one that runs code. */
const isPlayable = (address: string): boolean => {
  const url = parseUrl(address);
  return !!url && isSecure(url);
};

export const recordingSchema = z.looseObject({url: z.string().check(z.refine(isPlayable, 'an https address'))});

/**
 * Address of an audio file, valid for 15 minutes. It needs no bearer and must not get one (Glia REST API, Engagement).
 *
 * @see https://docs.glia.com/glia-dev
 */
export type GliaRecording = z.output<typeof recordingSchema>;
