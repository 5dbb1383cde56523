/**
 * Where the behaviour of the engine is what is tested, or may change what comes out. These run in every installed
 * engine; the other browser tests run once, in Chromium.
 */
const inEveryEngine = [
  'test/accessibility',
  'test/element',
  'test/engagement',
  'test/faults',
  'test/http/request.test.ts',
  'test/script',
  'test/tabs',
  'test/tag',
  'test/timeline',
  'test/vendors/genesys/contract.test.ts',
  'test/vendors/genesys/transports',
  'test/visit',
];

/** Whether a test file, by its path from the root of the project, runs in every engine. */
export function needsEveryEngine(file: string): boolean {
  return inEveryEngine.some((path) => file === path || file.startsWith(`${path}/`));
}
