import * as z from 'zod/mini';
import {check, type Checked} from '../../../check/check.js';
import {checkSetting, ConfigurationError} from '../../../check/configuration-error.js';
import {toWireClientProperties} from '../client-properties.js';
import {toWireAttributes} from '../engagement-attributes.js';
import {checkSubject, toWireIdentities} from '../identities.js';
import {engageAnswerSchema, type EngageAnswer} from './monitoring.schemas.js';
import type {VisitorParameters} from './visitor-parameters.js';

export type RequestBody = VisitorParameters & {
  readonly pageId?: string | undefined;
  readonly engagementAttributes?: readonly unknown[] | undefined;
};

const entryPoint = z.string().check(z.regex(/^(https?|tel|sec|lang):\/\/./, 'https://…, tel://…, sec://… or lang://…'));
const entryPoints = z.array(entryPoint);

/**
 * Checks what a request says about the visitor, and gives it the form of the wire.
 *
 * A problem is returned and not thrown, because the script tag loads this file as a bundle of its own, whose error
 * classes are not those of the caller.
 */
export function checkRequestBody(body: RequestBody, allowImpressions: boolean): Checked<object> {
  try {
    return {data: toWireBody(body, allowImpressions)};
  } catch (error) {
    if (error instanceof ConfigurationError) return {problem: error.message};
    throw error;
  }
}

function toWireBody({pageId, consumerId, ...body}: RequestBody, allowImpressions: boolean): object {
  if (consumerId !== undefined) checkSubject(consumerId, 'consumerId');
  return {
    ...(pageId !== undefined && {pageId}),
    ...(consumerId !== undefined && {consumerId}),
    ...(body.identities && {identities: toWireIdentities(body.identities)}),
    ...(body.clientProperties && {
      clientProperties: toWireClientProperties(body.clientProperties, typeof document !== 'undefined'),
    }),
    ...(body.entryPoints && {entryPoints: checkSetting(entryPoints, body.entryPoints, 'entryPoints')}),
    ...(body.engagementAttributes && {
      engagementAttributes: toWireAttributes(body.engagementAttributes, allowImpressions),
    }),
  };
}

/** Checks the body of an answer. */
export function checkEngageAnswer(body: unknown): Checked<EngageAnswer> {
  return check(engageAnswerSchema, body);
}
