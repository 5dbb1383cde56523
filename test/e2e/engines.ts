import {after, afterEach, before, beforeEach, describe} from 'node:test';
import type {BrowserContext} from 'playwright';
import {browserOf, closeBrowsers, engines, type Launcher} from './browsers.js';
import {patience} from './until.js';

type Describe = (visitor: () => BrowserContext) => void;

/** The runner gives each engine a process of its own; who runs a file alone gets every engine. */
const only = process.env['TEST_ENGINE'];

const chosen = engines.filter((name) => name === (only ?? name));

/** Describes the same behaviour in every installed engine; each test gets a browser that has never been anywhere. */
export function inEveryEngine(subject: string, describeBehaviour: Describe): void {
  for (const name of chosen) describeIn(name, subject, describeBehaviour, [beforeEach, afterEach]);
}

/** The same in one browser for all of these tests, each of which has to be somebody new. It takes half the time. */
export function inOneBrowserOfEveryEngine(subject: string, describeBehaviour: Describe): void {
  for (const name of chosen) describeIn(name, subject, describeBehaviour, [before, after]);
}

/** The same in browsers that keep the pages that a visitor has left. */
export function inEveryEngineThatKeepsPages(subject: string, describeBehaviour: Describe): void {
  for (const name of chosen) {
    const launcher = name === 'chromium' ? 'windowedChromium' : name;
    describeIn(name, subject, describeBehaviour, [beforeEach, afterEach], launcher);
  }
}

/** Describes what only Chromium shows to tests, and behaviour of the demo's own, for which one engine is enough. */
export function inChromium(subject: string, describeBehaviour: Describe): void {
  if (chosen.includes('chromium')) describeIn('chromium', subject, describeBehaviour, [beforeEach, afterEach]);
}

function describeIn(
  name: (typeof engines)[number],
  subject: string,
  describeBehaviour: Describe,
  [begin, end]: readonly [typeof before, typeof after],
  launcher: Launcher = name,
): void {
  describe(`${subject}, in ${name}`, () => {
    let context: BrowserContext;

    begin(async () => {
      context = await (await browserOf(launcher)).newContext();
      context.setDefaultTimeout(patience);
    });
    end(() => context.close());

    describeBehaviour(() => context);
  });
}

after(closeBrowsers);
