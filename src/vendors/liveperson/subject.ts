import {toJson} from '../../check/json.js';
import {own} from '../../check/own.js';
import type {EngageParameters} from './monitoring/monitoring-client.js';

/**
 * A digest of who has logged in, by which another visitor is told from the same one. Undefined when nobody has. It needs no
 * Web Crypto, which pages loaded over http lack.
 */
export function subjectOf(parameters: EngageParameters): string | undefined {
  const {identities, consumerId} = own(parameters);
  // The request checks them, later than this.
  const people = [identities ?? []].flat().map((identity) => own(identity as Record<string, unknown>));
  const known = people.filter(({acr}) => acr !== '0').map(({iss, sub}) => toJson([iss, sub]));
  const names = [...known.sort(), ...(consumerId === undefined ? [] : [consumerId])];
  return names.length > 0 ? digest(names.join()) : undefined;
}

/** 53 bits of a text, by two multiplicative hashes (cyrb53, public domain). */
function digest(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x9e3779b1);
    low = Math.imul(low ^ code, 0x5f356495);
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return (0x100000000 * (0x1fffff & low) + (high >>> 0)).toString(36);
}
