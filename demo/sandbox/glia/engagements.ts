/** Ids of the operators whose bearer tokens are `operator-0` to `operator-2`. */
export const operatorIds = [0, 1, 2].map((number) => `0000000${number}-0000-4000-8000-00000000000a`);

const latest = Date.parse('2026-11-20T12:00:00.150Z');
/** Time between the starts of two engagements, in ms. */
const interval = 60_000;
const prefix = '5eed0001-0000-4000-8000-';
const queue = {id: '82af2b5d-4ea5-40c8-bab2-a87d39598a81', name: 'Queue name'};
const site = {id: '9dd25b48-c988-48cd-a4c3-56384d317e41'};
const sources = ['tab', 'sdk', 'sms', 'callout', 'whatsapp', 'hotlink'];

/** When an engagement began, in ms since the epoch. Number 0 is the latest, number 1 began a minute earlier. */
const startOf = (number: number): number => latest - number * interval;

/** Numbers of the engagements that began between two times in ms since the epoch. */
export const numbersBetween = (start: number, end: number): {first: number; last: number} => ({
  first: Math.max(0, Math.ceil((latest - end) / interval)),
  last: Math.floor((latest - start) / interval),
});

export const idOf = (number: number): string => prefix + number.toString(16).padStart(12, '0');

export function numberOf(id: string): number | undefined {
  const number = id.startsWith(prefix) ? Number.parseInt(id.slice(prefix.length), 16) : NaN;
  return idOf(number) === id ? number : undefined;
}

/** The operators of an engagement, in order. Every fourth engagement is transferred to a second operator. */
export function operatorsOf(number: number): string[] {
  const [first, second] = [operatorIds[number % 3], operatorIds[(number + 1) % 3]];
  return [first, number % 4 === 0 ? second : undefined].filter((id) => id !== undefined);
}

/** An engagement as lists contain it. It is computed from its number. */
export function summaryOf(number: number, base: string) {
  const isQueued = number % 2 === 0;
  const visitor = `visitor-${number % 100}`;
  return {
    id: idOf(number),
    engagement_type: isQueued ? 'reactive' : 'proactive',
    created_at: new Date(startOf(number)).toISOString(),
    duration: 268,
    visitor_name: `Visitor #${number % 100}`,
    visitor_browser: 'Firefox',
    visitor_device_type: 'desktop',
    visitor_id: visitor,
    cobrowsing_used: false,
    video_used: false,
    // As in the vendor's examples, some engagements with a recording lack this field.
    ...(number % 3 !== 1 && {audio_used: true}),
    flagged: false,
    platform: 'omnicore',
    audio_recording_urls: [`${base}/sub_engagements/${number}/recordings/r${number}`],
    crm_forwarded: false,
    summary_forwarded: true,
    visitor: {href: `${base}/visitors/${visitor}`},
    chat_transcript: {href: `${base}/engagements/${idOf(number)}/chat_transcript`},
    operators: operatorsOf(number).map((id) => ({href: `${base}/operators/${id}`})),
    source: isQueued ? sources[number % sources.length] : null,
    ...(isQueued && {queue_wait_time: 42, queues: [queue]}),
  };
}

/** An engagement with its legs. */
export function detailsOf(number: number, base: string, hasEnded: boolean) {
  const operators = operatorsOf(number);
  return {
    ...summaryOf(number, base),
    legs: operators.map((id, index) => legOf(number, id, index, {isLast: index === operators.length - 1, hasEnded})),
  };
}

function legOf(number: number, id: string, index: number, {isLast, hasEnded}: {isLast: boolean; hasEnded: boolean}) {
  const start = startOf(number) + index * 109_000;
  const isOver = !isLast || hasEnded;
  return {
    id: `leg-${number}-${index}`,
    operator: {id},
    site,
    requested_at: new Date(start - 11_150).toISOString(),
    accepted_at: new Date(start).toISOString(),
    request_type: index > 0 ? 'transfer' : 'reactive',
    request_source: index > 0 ? null : 'tab',
    offered_media_type: 'video',
    accepted_media_type: 'text',
    request_queues: index > 0 ? null : [queue],
    duration: 109,
    highest_visitor_media_type: 'text',
    highest_operator_media_type: 'audio',
    used_cobrowsing: false,
    ended_at: isOver ? new Date(start + 109_000).toISOString() : null,
    end_reason: isOver ? (isLast ? 'visitor_left' : 'transfer') : null,
  };
}
