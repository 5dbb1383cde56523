import {once} from 'node:events';
import {resolve} from 'node:path';
import {parseArgs} from 'node:util';
import {startSandbox, type Sandbox} from '../../demo/sandbox/sandbox.js';
import {UsageError, type Command} from '../command.js';
import {scriptFolder} from '../package-folders.js';

/** Runs the platforms' stand-in, for a brand's own tests. */
export const sandbox: Command = {
  summary: 'runs a stand-in for all platforms, for your own end-to-end tests',
  help: `Usage: web-engagement sandbox [options]

Serves the script tag's files and answers like LivePerson, Genesys, Glia and Avaya, on this machine. The first line on standard output
is the address, as soon as it answers. Set api-host of the tag to that address.

  --port <number>       0 takes a free one. Default: 8000
  --root <folder>       also serves the files of this folder
  --account <id>        the account that --scenario is about. Default: demo
  --scenario <name>     what the platform answers; several names, separated by commas, are answered one after the other

Later: PUT /sandbox/<account>/scenario with {"name": "conversation"}. GET /sandbox/scenarios lists the names, and
GET /sandbox/<account>/log the requests so far.`,
  run: async (args, {print, signal}) => {
    const {values} = parseArgs({
      args: [...args],
      options: {
        port: {type: 'string', default: '8000'},
        root: {type: 'string'},
        account: {type: 'string', default: 'demo'},
        scenario: {type: 'string'},
      },
    });
    const staticFolders = values.root === undefined ? [scriptFolder] : [scriptFolder, resolve(values.root)];
    const running = await start(readPort(values.port), staticFolders);
    try {
      if (values.scenario !== undefined) await choose(running.url, values.account, values.scenario);
      print(running.url);
      if (!signal.aborted) await once(signal, 'abort');
    } finally {
      await running.close();
    }
    return 0;
  },
};

async function start(port: number, staticFolders: readonly string[]): Promise<Sandbox> {
  try {
    return await startSandbox({port, staticFolders, policy: ''});
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw cause;
    throw new UsageError(`Expected port ${port} to be free, got one in use; choose another by --port`, {cause});
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new UsageError(`Expected --port to be a number from 0 to 65535, got ${text}`);
}

async function choose(url: string, account: string, scenario: string): Promise<void> {
  const address = `${url}/sandbox/${encodeURIComponent(account)}/scenario`;
  const body = JSON.stringify({steps: scenario.split(',')});
  const answer = await fetch(address, {method: 'PUT', body});
  if (answer.ok) return;
  const scenarios = (await (await fetch(`${url}/sandbox/scenarios`)).json()) as readonly {readonly name: string}[];
  throw new UsageError(`${await answer.text()} There are ${scenarios.map(({name}) => name).join(', ')}.`);
}
