import {Delays} from './delays.js';
import {percentile} from './percentile.js';
import {createVisits, startServers} from './servers.js';

/** How long messages took from the beginning of the POST until the page had them, in ms. */
export interface Delivery {
  readonly processes: number;
  readonly median: number;
  readonly p99: number;
  readonly longest: number;
}

interface Sending {
  /** Messages in a second. */
  readonly rate: number;
  /** For how long they are sent, in s. */
  readonly duration: number;
}

/** Pages that listen while messages are sent. */
const pages = 3_000;

/** Sends messages to single visits, at one process after the other. */
export async function measureDelivery(processes: number, {rate, duration}: Sending): Promise<Delivery> {
  const servers = await startServers(processes);
  const visits = createVisits(pages);
  const delays = new Delays();
  const crowd = servers.crowd(visits, {receive: (attempt) => delays.note(attempt)});
  await crowd.open();
  await delays.send(servers.load, visits, {rate, count: rate * duration});
  crowd.close();
  await servers.close();
  const [median, p99, longest] = [0.5, 0.99, 1].map((share) => percentile(delays.values, share));
  return {processes, median: median ?? NaN, p99: p99 ?? NaN, longest: longest ?? NaN};
}
