import {writeFileSync} from 'node:fs';
import {commonTokens, declareClassPlugin, PluginKind, tokens} from '@stryker-mutator/api/plugin';
import type {StrykerOptions} from '@stryker-mutator/api/core';
import {
  determineHitLimitReached,
  DryRunStatus,
  MutantRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner';
import {chromium, type Browser, type Page} from 'playwright';
import {startSandbox} from '../../demo/sandbox/sandbox.js';
import {bundleModule} from '../../test/runner/bundle-plugin.js';
import {startCometdServer} from '../../test/support/servers/cometd-server.js';
import {requireHeadlessChromium} from '../browsers.mjs';
import {servePage, type TestPageServer} from './page-server.js';
import type {Delivery, Order, TestOutcome, TestPageScope} from './test-page.js';

interface Closable {
  close(): unknown;
}

/** How long a test may take, in ms. None of them waits for a clock. */
const patience = 4_000;

/** How long before Stryker would end the whole runner a page is given up, in ms. Another page is opened sooner. */
const headStart = 3_000;

/**
 * Runs test files in a page of Chromium, which is loaded anew for each run, without what the one before has stored. The code is
 * bundled once: the mutants are all in it, and the page says which one is active.
 */
class PageTestRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.options);
  readonly #files: readonly string[];
  readonly #open: Closable[] = [];
  #browser: Browser | undefined;
  #server: TestPageServer | undefined;
  #page: Page | undefined;

  constructor(options: StrykerOptions) {
    this.#files = (options['page'] as {readonly files: readonly string[]}).files;
  }

  capabilities(): {readonly reloadEnvironment: true} {
    return {reloadEnvironment: true};
  }

  async init(): Promise<void> {
    const [sandbox, cometd] = await Promise.all([startSandbox(), startCometdServer()]);
    const {code} = await bundleModule(`/${writeEntry(this.#files)}`, process.cwd());
    this.#server = await servePage(code, {sandbox: sandbox.url, cometd: cometd.url});
    this.#browser = await chromium.launch({executablePath: requireHeadlessChromium(), args: ['--no-sandbox']});
    this.#open.push(this.#browser, this.#server, sandbox, cometd);
  }

  async dryRun({timeout}: DryRunOptions): Promise<DryRunResult> {
    const delivery = await this.#run({instrumentation: {}, bail: false, patience: timeout}, timeout);
    if (!delivery) return {status: DryRunStatus.Timeout};
    return toDryRunResult(delivery);
  }

  async mutantRun({activeMutant, hitLimit, testFilter, timeout}: MutantRunOptions): Promise<MutantRunResult> {
    const limit = hitLimit === undefined ? {} : {hitCount: 0, hitLimit};
    const instrumentation = {activeMutant: activeMutant.id, ...limit};
    const delivery = await this.#run({instrumentation, tests: testFilter, bail: true, patience}, timeout);
    if (!delivery) return {status: MutantRunStatus.Timeout};
    return toMutantRunResult(determineHitLimitReached(delivery.hitCount, hitLimit) ?? toDryRunResult(delivery));
  }

  async dispose(): Promise<void> {
    for (const each of this.#open) await each.close();
  }

  /** Resolves with undefined when it takes about `timeout` ms. */
  async #run(order: Order, timeout: number): Promise<Delivery | undefined> {
    if (!this.#browser || !this.#server) throw new Error('Expected init() to be called first');
    this.#server.order = order;
    let delivery: Delivery | undefined;
    try {
      this.#page ??= await this.#browser.newPage();
      delivery = await within(timeout - headStart, deliver(this.#page, this.#server.url));
      return delivery;
    } finally {
      // A page that does not answer may be in an endless loop.
      if (!delivery) await this.#leavePage();
    }
  }

  async #leavePage(): Promise<void> {
    const page = this.#page;
    this.#page = undefined;
    if (page) await within(headStart, page.context().close());
  }
}

/** A module that loads the test files, for the bundle. */
function writeEntry(files: readonly string[]): string {
  const name = 'mutation-tests.ts';
  const imports = files.map((file) => `  await describeFile('${file}', () => import('./${file}'));\n`).join('');
  writeFileSync(
    name,
    `import {describeFile} from './test/runner/describe-file.ts';
import {runTests} from './scripts/mutation/test-page.ts';
export const delivery = runTests(async () => {\n${imports}});\n`,
  );
  return name;
}

async function deliver(page: Page, url: string): Promise<Delivery> {
  await forget(page, new URL(url).origin);
  await page.goto(url);
  await page.waitForFunction(() => 'delivery' in globalThis);
  return page.evaluate(() => (globalThis as unknown as TestPageScope).delivery);
}

/** Leaves the page, and erases what it has stored. */
async function forget(page: Page, origin: string): Promise<void> {
  await page.goto('about:blank');
  const tools = await page.context().newCDPSession(page);
  await tools.send('Storage.clearDataForOrigin', {origin, storageTypes: 'all'});
  await tools.detach();
}

async function within<T>(timeout: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), timeout)));
  // What comes later is of no interest, and neither is that its page is gone.
  work.catch(() => undefined);
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function toDryRunResult({outcomes, coverage}: Delivery): DryRunResult {
  return {
    status: DryRunStatus.Complete,
    tests: outcomes.map(toTestResult),
    ...(coverage && {mutantCoverage: coverage}),
  };
}

function toTestResult({id, duration, failure}: TestOutcome): TestResult {
  const test = {id, name: id, timeSpentMs: duration};
  return failure === undefined
    ? {...test, status: TestStatus.Success}
    : {...test, status: TestStatus.Failed, failureMessage: failure};
}

/** Read by Stryker. */
export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'page', PageTestRunner)];
