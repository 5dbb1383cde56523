import type {Answer} from '../http/answer.js';

/** Answers with JSON that is labelled as octets, as LivePerson labels it. */
export function vendorJson(status: number, value: unknown): Answer {
  return {status, headers: {'Content-Type': 'application/octet-stream'}, body: JSON.stringify(value)};
}
