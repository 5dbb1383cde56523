/** @import {GliaEngagement, GliaLeg} from '../../../src/vendors/glia/index.js' */

const start = Date.parse('2026-11-20T08:00:00Z');
const apart = 45_000;
const people = 12;

/**
 * Makes an engagement that was handed on again and again.
 *
 * @param {number} count
 * @returns {GliaEngagement}
 */
export function createEngagement(count) {
  const end = start + count * apart;
  return {
    id: '5eed0001-0000-4000-8000-00000000f500',
    engagement_type: 'reactive',
    created_at: timestamp(start),
    duration: (end - start) / 1000,
    visitor_name: 'A patient visitor',
    visitor_id: 'visitor-500',
    queue_wait_time: 42,
    legs: Array.from({length: count}, (_, index) => createLeg(index, index === count - 1)),
  };
}

/**
 * @param {number} index
 * @param {boolean} isLast
 * @returns {GliaLeg}
 */
function createLeg(index, isLast) {
  const accepted = start + index * apart;
  return {
    id: `leg-${index + 1}`,
    operator: {id: `0000000${(index % people).toString(16)}-0000-4000-8000-00000000000a`},
    requested_at: timestamp(accepted - 11_000),
    accepted_at: timestamp(accepted),
    ended_at: timestamp(accepted + apart),
    request_type: index > 0 ? 'transfer' : 'reactive',
    accepted_media_type: 'text',
    duration: apart / 1000,
    end_reason: isLast ? 'visitor_left' : 'transfer',
  };
}

/** @param {number} ms */
function timestamp(ms) {
  return new Date(ms).toISOString();
}
