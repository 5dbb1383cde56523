import {register} from 'node:module';

/** What tests for browsers import, and what nobody needs who only reads their titles. */
const browserOnly = `
  const stub = (names) => ({url: 'data:text/javascript,export let ' + names, shortCircuit: true});
  export const resolve = async (specifier, context, next) => {
    if (specifier === '@open-wc/testing') return stub('expect, waitUntil, aTimeout, fixtureSync');
    const resolved = await next(specifier, context);
    return resolved.url.includes('/test/support/sandbox.ts') ? stub('sandboxOrigin') : resolved;
  };
`;

const separator = ' › ';

/** Reads the titles of all tests in files for browsers, each behind those of its suites; it runs none of them. */
export async function readTitles(files: Iterable<string>): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  register(`data:text/javascript,${encodeURIComponent(browserOnly)}`);
  const titles = new Map<string, Set<string>>();
  for (const file of new Set(files)) titles.set(file, await readFile(file));
  return titles;
}

async function readFile(file: string): Promise<Set<string>> {
  const titles = new Set<string>();
  const suites: string[] = [];
  // These files take mocha's functions from the global scope, as browsers give them.
  Object.assign(globalThis, {
    describe(title: string, define: () => void) {
      suites.push(title);
      define();
      suites.pop();
    },
    it: (title: string) => void titles.add([...suites, title].join(separator)),
    ...Object.fromEntries(['before', 'beforeEach', 'after', 'afterEach'].map((name) => [name, () => undefined])),
  });
  await import(new URL(`../../../${file}`, import.meta.url).href);
  return titles;
}
