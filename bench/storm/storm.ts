import {createRetryPolicy} from '../../src/vendors/liveperson/monitoring/retry-policy.js';
import {LimitedServer, type Limits} from './limited-server.js';
import {createRandom} from './random.js';
import {SimulatedTime} from './simulated-time.js';
import {Visitor, type World} from './visitor.js';

/** How clients behave. */
export type Behaviour = 'fixed ladder, every tab' | 'web-engagement';

/** What happens to whom. */
export interface Storm extends Limits {
  readonly visitors: number;
  /** Tabs of each visitor. */
  readonly tabs: number;
  /** How long a page stays, in ms on average; for ever when left out. */
  readonly dwell?: number | undefined;
  /** How long the storm is watched, in ms from the beginning. */
  readonly duration: number;
}

/** What came of a storm. */
export interface Outcome {
  readonly behaviour: Behaviour;
  /** Requests in each second. */
  readonly requests: readonly number[];
  /** Share of the tabs, or of the visitors where pages change, that got an answer. */
  readonly answered: number;
  /** Requests of each visitor during the outage, or in all where there is none: the most, and the mean. */
  readonly most: number;
  readonly mean: number;
}

/** Lets everybody arrive within one second, and come back until they have an answer. */
export async function runStorm(storm: Storm, behaviour: Behaviour): Promise<Outcome> {
  const random = createRandom(1);
  const time = new SimulatedTime();
  const server = new LimitedServer(storm, () => time.elapsed);
  const policy = createRetryPolicy({spread: behaviour === 'web-engagement' ? 2 : 1, random});
  const people = Array.from({length: storm.visitors}, () => new Person({time, server, policy}, storm, random));
  for (const person of people) person.arrive(behaviour);
  await time.runUntil(storm.outage || storm.duration);
  const asked = people.map(({requests}) => requests);
  await time.runUntil(storm.duration);
  return {
    behaviour,
    requests: Array.from({length: Math.ceil(storm.duration / 1_000)}, (_, second) => server.requests[second] ?? 0),
    answered: sum(people.map(({answered}) => answered)) / people.length,
    most: asked.reduce((most, count) => Math.max(most, count), 0),
    mean: sum(asked) / people.length,
  };
}

/** Somebody with some tabs. */
class Person {
  readonly #world: World;
  readonly #storm: Storm;
  readonly #random: () => number;
  /** Where nothing is shared, each page of each tab behaves as if it were that of another visitor. */
  readonly #visitors: Visitor[] = [];
  #happyTabs = 0;

  constructor(world: World, storm: Storm, random: () => number) {
    this.#world = world;
    this.#storm = storm;
    this.#random = random;
  }

  get requests(): number {
    return sum(this.#visitors.map(({requests}) => requests));
  }

  /** Share of the tabs that got an answer. */
  get answered(): number {
    return this.#happyTabs / this.#storm.tabs;
  }

  arrive(behaviour: Behaviour): void {
    const arrival = this.#random() * 1_000;
    const isShared = behaviour === 'web-engagement';
    for (let tab = 0; tab < this.#storm.tabs; tab += 1)
      this.#world.time.at(arrival, () => void this.#browse(() => (isShared && this.#visitors[0]) || this.#meet()));
  }

  #meet(): Visitor {
    const visitor = new Visitor(this.#world);
    this.#visitors.push(visitor);
    return visitor;
  }

  /** Opens a page in a tab, and the next one after a while, until one of them gets an answer. */
  async #browse(visitor: () => Visitor): Promise<void> {
    for (;;) {
      const page = this.#openPage();
      if (await visitor().open(page)) break;
      if (!page.aborted) await new Promise((resolve) => page.addEventListener('abort', resolve));
    }
    this.#happyTabs += 1;
  }

  /** Returns what aborts when the page is left. */
  #openPage(): AbortSignal {
    const {dwell} = this.#storm;
    const page = new AbortController();
    const {time} = this.#world;
    if (dwell) time.at(time.elapsed - Math.log(1 - this.#random()) * dwell, () => page.abort());
    return page.signal;
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
