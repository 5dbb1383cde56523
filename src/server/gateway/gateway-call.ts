import {check} from '../../check/check.js';
import {cancelDataSchema, ixnProfileSchema} from '../../vendors/genesys/gateway/gateway.schemas.js';
import {Problem} from '../http/problem.js';
import {isVisitId} from '../http/ids.js';
import type {NotificationMessage} from '../notifications/notifications.js';
import {readParameterObject} from './parameter-object.js';

/** A good call of the gateway. */
export interface GatewayCall {
  readonly visit: string;
  readonly engagementID: string | undefined;
  readonly message: NotificationMessage;
  /** Text that is the same for the same call. */
  readonly repetition: string | undefined;
}

type GatewayMethod = 'engage' | 'noengage';

/** Names of the object that each method takes. */
const objectNames: Readonly<Record<GatewayMethod, string>> = {engage: 'ixnProfile', noengage: 'cancelData'};

const schemas = {engage: ixnProfileSchema, noengage: cancelDataSchema};

const path = /\/(?:server|backend)\/data\/gateway\/(engage|noengage)$/;

/**
 * Reads a call.
 *
 * @param now in ms since the epoch
 * @throws Problem with status 400, 404 or 413
 */
export async function readGatewayCall(request: Request, now: number): Promise<GatewayCall> {
  const method = methodOf(request);
  const fields = await readParameterObject(request, objectNames[method]);
  return toGatewayCall(method, fields, now);
}

function methodOf({url}: Request): GatewayMethod {
  const [, method] = path.exec(new URL(url).pathname) ?? [];
  if (method === 'engage' || method === 'noengage') return method;
  throw new Problem(404, 'Expected the path of engage or noengage.');
}

/**
 * Checks the object of a call, and makes the message for the page of it. An attempt without a time gets the current
 * one, and an attempt without an id gets one that is made of visit, page and time.
 *
 * @throws Problem with status 400
 */
async function toGatewayCall(method: GatewayMethod, fields: object, now: number): Promise<GatewayCall> {
  const name = objectNames[method];
  const {data, problem} = check(schemas[method], fields);
  if (problem !== undefined) throw new Problem(400, `Expected ${name} to be as documented: ${problem}.`);
  const {visitID: visit, pageID: page} = data;
  if (!isVisitId(visit))
    throw new Problem(400, `Expected ${name} with a visitID of 1 to 128 letters, digits or -._~:@=+.`);
  const repetition = data.engagementID && JSON.stringify([method, fields]);
  if (method === 'noengage') {
    return {visit, engagementID: data.engagementID, message: {page, channel: method, data}, repetition};
  }
  const {time = now} = data as {readonly time?: number | undefined};
  const engagementID = data.engagementID ?? (await deriveId([visit, page, time]));
  return {visit, engagementID, message: {page, channel: method, data: {...data, engagementID, time}}, repetition};
}

/** The form of the vendor's ids: 32 upper-case hex digits. */
async function deriveId(parts: readonly unknown[]): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(parts)));
  const hex = Array.from(new Uint8Array(digest).slice(0, 16), (byte) => byte.toString(16).padStart(2, '0'));
  return hex.join('').toUpperCase();
}
