import type {SandboxRequest} from '../../http/request.js';
import {parseLenient} from './logged-call.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * The object of a gateway call, if there is one. The documentation calls it a parameter and leaves open how it goes over
 * the wire (seed 002), so it may be wrapped in JSON under its name, a form field of its name, or be the whole body.
 */
export function readGatewayObject({headers, body}: SandboxRequest, name: string): Fields | undefined {
  if (headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    return toFields(parseLenient(new URLSearchParams(body).get(name) ?? ''));
  }
  const whole = toFields(parseLenient(body));
  return whole && name in whole ? toFields(whole[name]) : whole;
}

function toFields(value: unknown): Fields | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
