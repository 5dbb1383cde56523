import {spawn, type ChildProcess} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {openServeProcesses, type ServeProcesses} from '../../../bench/server/serve-processes.js';
import {origin, secret, token} from './brand.js';

const command = ['--import', 'tsx', fileURLToPath(new URL('../../../cli/web-engagement.ts', import.meta.url))];

/** @param pages origin of the brand's pages */
export function useServe(pages = origin): ServeProcesses {
  return openServeProcesses({command, origin: pages, secret, tokens: [token, 'old-token']});
}

/** Starts the command with these arguments. */
export const runServe = (...args: readonly string[]): ChildProcess =>
  spawn(process.execPath, [...command, 'serve', ...args], {stdio: ['ignore', 'pipe', 'pipe']});

/**
 * Gets a ticket as the brand's page server does.
 *
 * @param pages origin of the brand's pages
 */
export async function getTicket(url: string, visit: string, pages = origin): Promise<string> {
  const body = JSON.stringify({visit, origin: pages});
  const init = {method: 'POST', body, headers: {Authorization: `Bearer ${token}`}};
  return ((await (await fetch(`${url}/tickets`, init)).json()) as {ticket: string}).ticket;
}
