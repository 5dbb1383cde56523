import type {TestRunnerPlugin} from '@web/test-runner';
import {startSandbox} from '../../demo/sandbox/sandbox.js';
import {startCometdServer} from '../support/servers/cometd-server.js';

interface Running {
  readonly url: string;
  close(): Promise<void>;
}

type ServerPlugin = TestRunnerPlugin & {readonly origin: () => string};

/** Starts the sandbox with the test run, stops it with it, and tells `origin` where it is. */
export const sandboxPlugin = (): ServerPlugin => serverPlugin('sandbox', startSandbox);

/** The same for the server of the CometD project. */
export const cometdPlugin = (): ServerPlugin => serverPlugin('cometd', startCometdServer);

function serverPlugin(name: string, start: () => Promise<Running>): ServerPlugin {
  let server: Running | undefined;
  return {
    name,
    origin: () => server?.url ?? '',
    async serverStart() {
      server = await start();
    },
    async serverStop() {
      await server?.close();
    },
  };
}
