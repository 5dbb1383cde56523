import {isObject, parseIfJson, type JsonObject} from '../../http/json.js';
import type {SandboxRequest} from '../../http/request.js';

/**
 * Reads the object that a gateway call is about. The vendor calls it a parameter and does not say how a request carries it.
 * So three forms are accepted: a JSON property with this name, a form field with this name, and the whole body.
 * https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 *
 * @param name of the object, such as `ixnProfile`
 */
export function readGatewayObject({headers, body}: SandboxRequest, name: string): JsonObject | undefined {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return toObject(parseIfJson(new URLSearchParams(body).get(name) ?? ''));
  }
  const whole = toObject(parseIfJson(body));
  return whole && name in whole ? toObject(whole[name]) : whole;
}

const toObject = (value: unknown): JsonObject | undefined => (isObject(value) ? value : undefined);
