import type {GliaClient} from '../../vendors/glia/glia-client.js';
import {createHandler, type Handler} from '../http/handler.js';
import {toJson} from '../http/json-response.js';
import type {Origins} from '../http/origins.js';
import type {Report} from '../http/report.js';
import {callPlatform} from './upstream.js';

/** Options of `createWaitTime`. */
export interface WaitTimeOptions {
  /** Knows the wait time, such as `new GliaClient({getToken})`. Required. */
  readonly client: Pick<GliaClient, 'queueWaitDuration'>;
  /** Which pages may ask. Required. */
  readonly origins: Origins;
  /** Clock, in ms since the epoch. @default Date.now */
  readonly now?: (() => number) | undefined;
  readonly report?: Report | undefined;
}

interface Known {
  readonly seconds: number | null;
  /** In ms since the epoch. */
  readonly at: number;
}

/** How long an answer is good, and how long it is still given while the platform fails, in ms. */
const freshness = 30_000;
const staleness = 120_000;

/**
 * Creates the handler that tells how long visitors wait: `{"seconds": 42}`, or null if nobody knows. However many ask,
 * Glia gets one request in 30 s. While Glia fails, the last answer is given for 2 minutes.
 *
 * @throws ConfigurationError when `origins` is not a list of origins
 *
 * @example
 * const waitTime = createWaitTime({client: new GliaClient({getToken}), origins: ['https://www.brand.example']});
 */
export function createWaitTime({client, origins, now = Date.now, report}: WaitTimeOptions): Handler {
  let known: Known | undefined;
  let asked: {readonly at: number; readonly answer: Promise<Known>} | undefined;
  const isWithin = (at: number, age: number): boolean => Math.abs(now() - at) < age;
  const ask = (): Promise<Known> => {
    if (asked && isWithin(asked.at, freshness)) return asked.answer;
    const at = now();
    const answer = callPlatform(() => client.queueWaitDuration()).then((seconds) => (known = {seconds, at}));
    asked = {at, answer};
    return answer;
  };
  return createHandler({name: 'wait-time', method: 'GET', origins, report}, async () => {
    const {seconds} = await ask().catch((error: unknown) => {
      if (known && isWithin(known.at, staleness)) return known;
      throw error;
    });
    return toJson({seconds}, {'Cache-Control': 'max-age=30'});
  });
}
