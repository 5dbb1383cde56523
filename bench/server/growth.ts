import type {Subject} from '../growth/subject.js';
import {memoryOf} from './memory.js';
import {Delays} from './delays.js';
import {percentile} from './percentile.js';
import {createVisits, startServers} from './servers.js';

/** Messages in a second, and how many of them are sent. */
const gentle = {rate: 200, count: 1_000};

/** Open streams of one process. */
export const growStreams: Subject = {
  name: 'streams',
  counted: 'open streams',
  counts: [1, 10, 100, 1_000, 10_000],
  measures: ['memory of the process (MB)', 'memory per stream (KB)', 'p99 at 200 messages/s (ms)'],
  measure: measureStreams,
};

async function measureStreams(count: number): Promise<readonly number[]> {
  const servers = await startServers(1);
  const [server] = servers.processes;
  if (!server) throw new Error('Expected a process.');
  const before = await memoryOf(server);
  const visits = createVisits(count);
  const delays = new Delays();
  const crowd = servers.crowd(visits, {receive: (attempt) => delays.note(attempt)});
  await crowd.open();
  const after = await memoryOf(server);
  // One visit takes no more than 60 messages in a minute.
  const sending = {...gentle, count: Math.min(gentle.count, count * 50)};
  await delays.send(servers.load, visits, sending);
  crowd.close();
  await servers.close();
  return [after / 1e6, (after - before) / 1e3 / count, percentile(delays.values, 0.99)];
}
