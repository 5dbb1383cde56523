import {Counter, Gauge, Histogram, Registry, collectDefaultMetrics} from 'prom-client';
import type {Handler, Outcome, Report, ServerEvent} from '../../src/server/index.js';

/** Metrics in the form of Prometheus. */
export interface Metrics {
  readonly report: Report;
  readonly countOutcome: (outcome: Outcome) => void;
  /** @param count reads how many streams are open */
  countStreams(count: () => number): void;
  readonly handler: Handler;
}

/** What is told at once, and not only counted. */
const notable: readonly ServerEvent['type'][] = ['failure', 'store-lost', 'store-found'];

/** @param log takes what an operator should know at once */
export function createMetrics(log: (event: ServerEvent) => void): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({register: registry});
  const name = (rest: string): string => `web_engagement_${rest}`;
  const answers = new Counter({
    name: name('answers_total'),
    help: 'Requests answered',
    labelNames: ['handler', 'status'],
    registers: [registry],
  });
  const ends = new Counter({
    name: name('streams_closed_total'),
    help: 'Streams that ended',
    labelNames: ['cause'],
    registers: [registry],
  });
  const outcomes = new Counter({
    name: name('outcomes_total'),
    help: 'What became of invitations',
    labelNames: ['outcome'],
    registers: [registry],
  });
  const buckets = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5, 60];
  const delays = new Histogram({
    name: name('message_delay_seconds'),
    help: 'From publication to stream',
    buckets,
    registers: [registry],
  });
  const report: Report = (event) => {
    if (event.type === 'answer') answers.inc({handler: event.handler, status: event.status});
    else if (event.type === 'stream-closed') ends.inc({cause: event.cause});
    else if (event.type === 'message-sent') delays.observe(event.delay / 1000);
    if (notable.includes(event.type)) log(event);
  };
  return {
    report,
    countOutcome: ({outcome}) => outcomes.inc({outcome}),
    countStreams: (count) => {
      new Gauge({
        name: name('streams_open'),
        help: 'Open streams',
        registers: [registry],
        collect() {
          this.set(count());
        },
      });
    },
    handler: async () => new Response(await registry.metrics(), {headers: {'Content-Type': registry.contentType}}),
  };
}
