import {html} from '../../http/answer.js';
import {vendorJson} from '../vendor-json.js';
import {failure, loading} from '../monitoring/engagement-answers.js';
import type {Scenario} from './scenario.js';

/** The platform cannot answer yet. */
export const retries: readonly Scenario[] = [
  {
    name: 'loading-account-then-expose',
    title: 'Loading account, then invitation',
    description: 'The first answer only has the visitor’s id (vid). The retry sends it and gets the invitation.',
    steps: ['loading-account', 'expose'],
  },
  {
    name: 'loading-account',
    title: 'Loading account',
    description: 'The account never finishes loading. Every retry sends the vid of the first answer.',
    answer: loading((vid) => `Loading account: ta3hWd4IgG, vid: ${vid}`),
  },
  {
    name: 'loading-account-without-vid',
    title: 'Loading account, without a vid',
    description: 'The message does not name the visitor’s id.',
    answer: loading(() => 'Loading account: ta3hWd4IgG'),
  },
  {
    name: 'server-error-4-then-expose',
    title: 'Four errors, then invitation',
    description: 'The fifth and last request of the retry policy succeeds.',
    steps: [...Array<string>(4).fill('server-error'), 'expose'],
  },
  {
    name: 'server-error',
    title: 'Server error',
    description: 'Status 500, every time.',
    answer: failure(500, 'Internal server error', 18),
  },
  {
    name: 'wrapped-error',
    title: 'Server error in a wrapper',
    description: 'Status 500. The error is inside an “error” object.',
    answer: ({at}) => {
      const time = new Date(at).toISOString();
      return vendorJson(500, {error: {time, message: 'Internal server error', internalCode: '18'}});
    },
  },
  {
    name: 'unavailable-server',
    title: 'Server is down',
    description: 'Status 503 with an HTML page from a proxy.',
    answer: () => html(503, '<!doctype html><title>503</title><h1>Service unavailable</h1>'),
  },
  {
    name: 'retry-after',
    title: 'Retry after 7 seconds',
    description: 'Status 503 with a Retry-After header that the page can read.',
    answer: () =>
      html(503, '<!doctype html><title>503</title>', {
        'Retry-After': '7',
        'Access-Control-Expose-Headers': 'Retry-After',
      }),
  },
  {
    name: 'too-many-requests',
    title: 'Too many requests',
    description: 'Status 429.',
    answer: failure(429, 'Too many requests', 0),
  },
];
