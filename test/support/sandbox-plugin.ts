import type {TestRunnerPlugin} from '@web/test-runner';
import {type Sandbox, startSandbox} from '../../demo/sandbox/sandbox.js';

/** Starts the sandbox with the test run, stops it with it, and tells `origin` where it is. */
export function sandboxPlugin(): TestRunnerPlugin & {readonly origin: () => string} {
  let sandbox: Sandbox | undefined;
  return {
    name: 'sandbox',
    origin: () => sandbox?.url ?? '',
    async serverStart() {
      sandbox = await startSandbox();
    },
    async serverStop() {
      await sandbox?.close();
    },
  };
}
