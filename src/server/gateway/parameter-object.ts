import {parseObject, readText, toObject} from '../http/body.js';

/**
 * Reads the object that a call of the gateway is about. The vendor calls it a parameter and does not say how a request
 * carries it, so three forms are accepted: a JSON property of that name, a form field of that name, and the whole body.
 *
 * @param name of the object, such as `ixnProfile`
 * @throws Problem with status 400 or 413
 *
 * @see https://docs.genesys.com/Documentation/GWE/latest/API/EngagementAPI
 */
export async function readParameterObject(request: Request, name: string): Promise<Readonly<Record<string, unknown>>> {
  const text = await readText(request);
  if (request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')) {
    return parseObject(new URLSearchParams(text).get(name) ?? '', name);
  }
  const whole = parseObject(text, name);
  return Object.hasOwn(whole, name) ? toObject(whole[name], name) : whole;
}
