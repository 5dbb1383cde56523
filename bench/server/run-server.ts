import {writeFileSync} from 'node:fs';
import {loadavg} from 'node:os';
import {fileURLToPath} from 'node:url';
import {circumstances} from '../report/circumstances.js';
import {table} from '../report/table.js';
import {orderOfGrowth} from '../growth/order.js';
import {plot} from '../growth/plot.js';
import {measureDelivery, type Delivery} from './delivery.js';
import {growStreams} from './growth.js';
import {measureStorm} from './storm.js';

// npm run bench:server          measures `web-engagement serve` of dist/, in about two minutes, and writes results.md

const heavy = {rate: 1_000, duration: 10};

/** How busy the machine was before. Above its number of cores, the delays say nothing of the server. */
const [load = NaN] = loadavg();

const figures: (readonly number[])[] = [];
for (const count of growStreams.counts) {
  console.error(`${count} ${growStreams.counted}`);
  figures.push(await growStreams.measure(count));
}
const deliveries: Delivery[] = [];
for (const processes of [1, 3]) {
  console.error(`${heavy.rate} messages a second through ${processes} processes`);
  deliveries.push(await measureDelivery(processes, heavy));
}
console.error('5000 pages come back');
const storm = await measureStorm(5_000);

const largest = figures.at(-1) ?? [];
const ms = (value = NaN): string => `${value.toFixed(1)} ms`;
const goals = [
  ['goal', 'limit', 'measured'],
  ['memory for each of 10,000 streams in one process', '25 KB', `${(largest[1] ?? NaN).toFixed(1)} KB`],
  ['from POST to page, p99 of 1,000 messages a second, one process', '50 ms', ms(deliveries[0]?.p99)],
  ['the same through Redis with three processes', '100 ms', ms(deliveries[1]?.p99)],
];
const delays = [
  ['processes', 'median', 'p99', 'longest'],
  ...deliveries.map(({processes, median, p99, longest}) => [String(processes), ms(median), ms(p99), ms(longest)]),
];
const growth = growStreams.measures.map((measure, index) => {
  const values = figures.map((list) => list[index] ?? NaN);
  return `- ${measure}: ${values.map((value) => value.toFixed(1)).join(', ')}: ${orderOfGrowth(growStreams.counts, values)}`;
});

const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
writeFileSync(here('../../docs/growth/streams.svg'), plot(growStreams, figures));
writeFileSync(
  here('results.md'),
  `# Results of the server

${circumstances()}. Server, pages and programs share the machine, whose load average was
${load.toFixed(1)} before.

## Goals

${table(goals)}

## From POST to page

1,000 messages a second to single visits of 3,000, for 10 s.

${table(delays)}

## A storm

When a process with ${storm.pages.toLocaleString('en')} streams is ended by SIGTERM, all pages are back at another one after
${storm.duration.toFixed(1)} s, ${storm.peak.toLocaleString('en')} of them in the busiest second. They are told to spread over 10 s.

## 1 to 10,000 open streams

![${growStreams.measures.join(', ')} by ${growStreams.counted}](../../docs/growth/streams.svg)

${growth.join('\n')}
`,
);
