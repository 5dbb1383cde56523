import {html, type Answer} from '../../http/answer.js';
import {vendorJson} from '../vendor-json.js';

/** A valid request for a hand-off link. */
export interface HandoffCall {
  /** When it arrived, in ms since the epoch. */
  readonly at: number;
  /** Address below which browsers find the sandbox. */
  readonly site: URL;
  /** Makes a link that opens a conversation once, within this time in s. */
  readonly makeLink: (validForSeconds: number) => string;
}

/** How the platform answers a request for a hand-off link. */
export interface HandoffScenario {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly answer: (call: HandoffCall) => Answer;
}

/** The initial scenario of every account. The amounts are those of the vendor's documentation. */
export const available: HandoffScenario = {
  name: 'available',
  title: 'Link, wait and queue',
  description: 'A link for five minutes; the wait is two minutes, and nine people are waiting.',
  answer: offering({expectedWaitTimeSeconds: 120, queueSize: 9}),
};

const answers: readonly HandoffScenario[] = [
  available,
  {
    name: 'not-available',
    title: 'No agent available',
    description: 'The status is “Not Available”: nothing appears on the page.',
    answer: () => vendorJson(200, {status: 'Not Available'}),
  },
  {
    name: 'brief',
    title: 'Link for two seconds',
    description: 'The link expires soon. The page withdraws the invitation and asks for another.',
    answer: offering({validForSeconds: 2, expectedWaitTimeSeconds: 120, queueSize: 9}),
  },
  {
    name: 'no-wait',
    title: 'No wait, no queue',
    description: 'Both amounts are 0.',
    answer: offering({expectedWaitTimeSeconds: 0, queueSize: 0}),
  },
  {
    name: 'link-only',
    title: 'Link only',
    description: 'The answer does not say how long the wait is.',
    answer: offering({}),
  },
  {
    name: 'amounts-as-text',
    title: 'Amounts as text',
    description: 'Every number is a string.',
    answer: offering({validForSeconds: '300', expectedWaitTimeSeconds: '120', queueSize: '9'}),
  },
  {
    name: 'no-lifetime',
    title: 'Link without an expiry',
    description: 'The answer does not say how long the link is valid, so the link is not offered.',
    answer: offering({validForSeconds: undefined}),
  },
  {
    name: 'no-link',
    title: 'Available, but no link',
    description: 'The details are missing.',
    answer: () => vendorJson(200, {status: 'Available'}),
  },
];

const hostileLinks: Readonly<Record<string, (site: URL) => string>> = {
  javascript: () => 'javascript:alert(document.domain)',
  data: () => 'data:text/html,<script>alert(1)</script>',
  'user-info': ({protocol, host}) => `${protocol}//visitor:secret@${host}/chat`,
  'host-as-user': ({host}) => `https://${host.replace(':', '%3A')}@evil.example/chat`,
  'look-alike': ({host}) => `https://${host.replace(':', '.')}.evil.example/chat`,
  'look-alike-prefix': ({host}) => `https://evil${host}/chat`,
  backslashes: () => 'https:\\\\evil.example\\chat',
  'backslash-as-host': ({host}) => `https://evil.example\\@${host}/chat`,
  'other-host': () => 'https://evil.example/chat',
  'plain-http': () => 'http://evil.example/chat',
  relative: () => '/brand/chat',
};

const hostile = Object.entries(hostileLinks).map(([name, link]): HandoffScenario => ({
  name: `hostile-${name}`,
  title: `Hostile link: ${name.replaceAll('-', ' ')}`,
  description: 'The link must not be offered.',
  answer: (call) => offering({})({...call, makeLink: () => link(call.site)}),
}));

const refusals: readonly HandoffScenario[] = [
  refusal('illegal-version', 400, 'Illegal Version', '33'),
  refusal('invalid-data', 400, 'appType', '5'),
  refusal('unauthorized', 401, 'Unauthorized account access', '10'),
  refusal('loading-account', 500, 'Loading account', '20'),
  refusal('server-error', 500, 'Internal server error', '18'),
  {
    name: 'error-with-tab',
    title: 'Error as the vendor publishes it',
    description: 'Status 400. The message contains a tab, which JSON forbids.',
    answer: () => ({
      ...vendorJson(400, undefined),
      body: '{"time":"2015-07-02T10:29:19.890-04:00","message":"Illegal\tVersion","internalCode":"33"}',
    }),
  },
  {
    name: 'wrapped-error',
    title: 'Error in a wrapper',
    description: 'Status 500. The error is inside an “error” object.',
    answer: ({at}) => vendorJson(500, {error: errorBody(at, 'Internal server error', '18')}),
  },
  {
    name: 'error-page',
    title: 'Server is down',
    description: 'Status 503 with an HTML page from a proxy.',
    answer: () => html(503, '<!doctype html><title>503</title>'),
  },
];

/** Every scenario by its name, in the order of the list on the page. */
export const handoffScenarios: ReadonlyMap<string, HandoffScenario> = new Map(
  [...answers, ...hostile, ...refusals].map((scenario) => [scenario.name, scenario]),
);

function offering(details: Readonly<Record<string, unknown>>): HandoffScenario['answer'] {
  return ({makeLink}) => {
    const {validForSeconds = 300} = details;
    const engagementDetails = {urlToChat: makeLink(Number(validForSeconds)), validForSeconds, ...details};
    return vendorJson(200, {status: 'Available', engagementDetails});
  };
}

function refusal(name: string, status: number, message: string, internalCode: string): HandoffScenario {
  const description = `Status ${status}, code ${internalCode}.`;
  return {
    name,
    title: message,
    description,
    answer: ({at}) => vendorJson(status, errorBody(at, message, internalCode)),
  };
}

/** The error body of this API. Unlike that of the monitoring API, it has a time and a code that are text. */
export function errorBody(at: number, message: string, internalCode: string): object {
  return {time: new Date(at).toISOString(), message, internalCode};
}
