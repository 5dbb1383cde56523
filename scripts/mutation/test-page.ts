import type {MutantCoverage} from '@stryker-mutator/api/core';

/** What the instrumented code and the page that runs its tests tell each other. */
export interface Instrumentation {
  readonly activeMutant?: string;
  readonly hitLimit?: number;
  hitCount?: number;
  currentTestId?: string;
  mutantCoverage?: MutantCoverage;
}

/** One test that ran. */
export interface TestOutcome {
  readonly id: string;
  readonly duration: number;
  /** Undefined when it passed. */
  readonly failure: string | undefined;
}

/** What a page is to run. */
export interface Order {
  readonly instrumentation: Instrumentation;
  /** Ids of the tests; all of them when left out. */
  readonly tests?: readonly string[] | undefined;
  /** Whether the first failure ends the run. */
  readonly bail: boolean;
  /** Longest time of a test, in ms. */
  readonly patience: number;
}

/** What came of an order. */
export interface Delivery {
  readonly outcomes: readonly TestOutcome[];
  readonly coverage: MutantCoverage | undefined;
  readonly hitCount: number | undefined;
}

/** The page's own names, which tests and instrumented code share. */
export interface TestPageScope {
  order: Order;
  /** Resolves with what came of it. Set when the page has loaded the tests. */
  delivery: Promise<Delivery>;
  __stryker__: Instrumentation;
}

/** The part of Mocha that is used here. */
interface Mocha {
  readonly suite: Suite;
  setup(options: object): void;
  run(onEnd: () => void): {on(event: string, listener: (test: Test, error: Error) => void): void};
}

interface Suite {
  tests: readonly Test[];
  readonly suites: readonly Suite[];
  beforeEach(act: (this: {readonly currentTest: Test}) => void): void;
}

interface Test {
  readonly duration?: number;
  fullTitle(): string;
}

const scope = globalThis as unknown as TestPageScope & {readonly mocha: Mocha};

/** What the page reports is read from its tests, so no reporter says it again. */
function Silence(): void {
  // Mocha makes one with `new`.
}

/** Runs the tests that `load` describes, as the page's order says. */
export async function runTests(load: () => Promise<unknown>): Promise<Delivery> {
  const {order, mocha, __stryker__: instrumentation} = scope;
  mocha.setup({ui: 'bdd', reporter: Silence, bail: order.bail, timeout: order.patience});
  await load();
  if (order.tests) keep(mocha.suite, new Set(order.tests));
  mocha.suite.beforeEach(function () {
    instrumentation.currentTestId = this.currentTest.fullTitle();
  });
  const outcomes = await run(mocha);
  return {outcomes, coverage: instrumentation.mutantCoverage, hitCount: instrumentation.hitCount};
}

function keep(suite: Suite, ids: ReadonlySet<string>): void {
  suite.tests = suite.tests.filter((test) => ids.has(test.fullTitle()));
  suite.suites.forEach((inner) => keep(inner, ids));
}

function run(mocha: Mocha): Promise<readonly TestOutcome[]> {
  const outcomes: TestOutcome[] = [];
  const add = (test: Test, failure: string | undefined): void => {
    outcomes.push({id: test.fullTitle(), duration: test.duration ?? 0, failure});
  };
  return new Promise((resolve) => {
    const runner = mocha.run(() => resolve(outcomes));
    runner.on('pass', (test) => add(test, undefined));
    runner.on('fail', (test, error) => add(test, error.message));
  });
}
