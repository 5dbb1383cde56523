import {own} from '../../../check/own.js';
import * as z from 'zod/mini';
import {checkJson} from '../../../check/json-check.js';
import {checkSetting} from '../../../check/configuration-error.js';
import {checkText} from '../account-settings.js';
import {checkClientProperties, type ClientProperties} from '../client-properties.js';
import {checkAttributes} from '../engagement-attributes.js';
import {checkIdentities, checkSubject, type Identity} from '../identities.js';

/**
 * What both methods can say about the visitor (Monitoring API, Body Parameters).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export interface VisitorParameters {
  /** Identities of the visitor. @default not sent */
  readonly identities?: readonly Identity[] | undefined;
  /** Id of the visitor. Deprecated by the vendor in favour of `identities`. @default not sent */
  readonly consumerId?: string | undefined;
  /** What is known about the app and the device. @default not sent */
  readonly clientProperties?: ClientProperties | undefined;
  /** The visitor's places: `https://…`, `tel://…`, `sec://…` or `lang://…`. @default not sent */
  readonly entryPoints?: readonly string[] | undefined;
}

export type RequestBody = VisitorParameters & {
  readonly pageId?: string | undefined;
  readonly engagementAttributes?: readonly unknown[] | undefined;
};

const entryPoint = z.string().check(z.regex(/^(https?|tel|sec|lang):\/\/./, 'https://…, tel://…, sec://… or lang://…'));
const entryPoints = z.array(entryPoint);

/**
 * Checks what a request says about the visitor and converts it to the form that the vendor expects.
 *
 * @throws ConfigurationError
 */
export function toRequestBody(parameters: RequestBody, allowImpressions: boolean): object {
  const {pageId, consumerId, ...rest} = own(parameters);
  const body = own(rest);
  if (consumerId !== undefined) checkSubject(consumerId, 'consumerId');
  const checked = {
    ...(pageId !== undefined && {pageId: checkText(pageId, 'pageId', 'an id of an answer')}),
    ...(consumerId !== undefined && {consumerId}),
    ...(body.identities && {identities: checkIdentities(body.identities)}),
    ...(body.clientProperties && {
      clientProperties: checkClientProperties(body.clientProperties, typeof document !== 'undefined'),
    }),
    ...(body.entryPoints && {entryPoints: checkSetting(entryPoints, body.entryPoints, 'entryPoints')}),
    ...(body.engagementAttributes && {
      engagementAttributes: checkAttributes(body.engagementAttributes, allowImpressions),
    }),
  };
  checkJson(checked, 'the parameters');
  return checked;
}
