import {html, type Answer} from '../../http/answer.js';
import {delayed, reset, silent, trickling, truncated} from '../../http/broken-deliveries.js';
import {failure, invitation, inviting, session, type Responder} from '../monitoring/engagement-answers.js';
import type {AnsweringScenario} from './scenario.js';

/** The platform refuses the request. */
export const refusals: readonly AnsweringScenario[] = [
  {
    name: 'validation-error',
    title: 'Request refused',
    description: 'Status 400: the data is invalid. Never retried.',
    answer: failure(400, 'identities', 5),
  },
  {
    name: 'bad-version',
    title: 'Version refused',
    description: 'Status 400: illegal API version.',
    answer: failure(400, 'Illegal API version', 33),
  },
  {
    name: 'not-found-vid',
    title: 'Visitor unknown',
    description: 'Status 404, code 37: the component drops the visitor’s id and asks once more.',
    answer: failure(404, 'Invalid visitorId', 37),
  },
  {
    name: 'not-found-sid',
    title: 'Session unknown',
    description: 'Status 404, code 39: the component drops the session’s id and asks once more.',
    answer: failure(404, 'Invalid sessionId', 39),
  },
  {
    name: 'not-found-app',
    title: 'App installation unknown',
    description: 'Status 404, code 18: the settings on the page are wrong.',
    answer: failure(404, 'Invalid appInstallationId', 18),
  },
];

/** The answer arrives complete, but with wrong content. */
export const brokenAnswers: readonly AnsweringScenario[] = [
  {
    name: 'html',
    title: 'HTML page',
    description: 'Status 200 and HTML, as from the sign-in page of a network.',
    answer: () => html(200, '<!doctype html><title>Sign in</title><h1>Sign in to this network</h1>'),
  },
  {
    name: 'redirect',
    title: 'Redirect',
    description: 'Status 302 to a web page that no other origin may read.',
    answer: () => html(302, '', {Location: '/brand'}),
  },
  {
    name: 'empty',
    title: 'Empty answer',
    description: 'Status 200 without a body.',
    answer: altered(() => ({status: 200, body: ''})),
  },
  {
    name: 'malformed-json',
    title: 'Malformed JSON',
    description: 'The body ends in the middle of a word.',
    answer: altered(({body}) => ({body: body.slice(0, -12)})),
  },
  {
    name: 'wrong-types',
    title: 'Wrong types',
    description: 'Numbers, lists and objects in place of text.',
    answer: altered(() => ({
      body: JSON.stringify({sessionId: 5, visitorId: ['x'], pageId: {}, engagementDetails: 'expose'}),
    })),
  },
  {
    name: 'huge',
    title: 'Huge answer',
    description: 'A valid invitation of one megabyte.',
    answer: session({engagementDetails: [invitation], padding: 'x'.repeat(1024 * 1024)}),
  },
];

/** The answer arrives late, in part, or not at all. */
export const brokenConnections: readonly AnsweringScenario[] = [
  {
    name: 'truncated',
    title: 'Truncated answer',
    description: 'The connection breaks after half of the body.',
    answer: altered(() => ({deliver: truncated})),
  },
  {
    name: 'reset',
    title: 'Connection reset',
    description: 'The connection breaks before the first byte.',
    answer: () => ({status: 0, body: '', deliver: reset}),
  },
  {
    name: 'no-headers',
    title: 'No answer at all',
    description: 'The connection stays open and silent.',
    answer: () => ({status: 0, body: '', deliver: silent}),
  },
  {
    name: 'slow-body',
    title: 'Very slow body',
    description: 'One byte every 200 ms: longer than the deadline.',
    answer: altered(() => ({deliver: trickling})),
  },
  {
    name: 'slow',
    title: 'Slow network',
    description: 'The invitation takes two seconds.',
    answer: altered(() => ({deliver: delayed(2000)})),
  },
  {
    name: 'no-cors',
    title: 'No CORS headers',
    description: 'The answer lacks the headers that let another origin read it.',
    answer: altered(() => ({readable: false})),
  },
];

/** An invitation with a changed answer. */
function altered(change: (answer: Answer) => Partial<Answer>): Responder {
  return (call) => {
    const answer = inviting([invitation])(call);
    return {...answer, ...change(answer)};
  };
}
