/** @import {GliaEngagement, GliaLeg} from '../../../src/vendors/glia/index.js' */

const start = Date.parse('2026-11-20T08:00:00Z');
/** Length of a leg, in ms. */
const legLength = 45_000;
const operators = 12;

/**
 * Makes up an engagement that was transferred many times.
 *
 * @param {number} count number of legs
 * @returns {GliaEngagement}
 */
export function createLongEngagement(count) {
  const end = start + count * legLength;
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
  const accepted = start + index * legLength;
  return {
    id: `leg-${index + 1}`,
    operator: {id: `0000000${(index % operators).toString(16)}-0000-4000-8000-00000000000a`},
    requested_at: timestamp(accepted - 11_000),
    accepted_at: timestamp(accepted),
    ended_at: timestamp(accepted + legLength),
    request_type: index > 0 ? 'transfer' : 'reactive',
    accepted_media_type: 'text',
    duration: legLength / 1000,
    end_reason: isLast ? 'visitor_left' : 'transfer',
  };
}

/** @param {number} ms */
function timestamp(ms) {
  return new Date(ms).toISOString();
}
