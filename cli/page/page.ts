import {readFile} from 'node:fs/promises';
import {resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {UsageError} from '../command.js';

/** A page as a browser gets it. */
export interface Page {
  /** Address that relative ones start from. */
  readonly url: URL;
  readonly html: string;
  /** Its Content-Security-Policy headers, one policy each. */
  readonly policies: readonly string[];
}

/** How long a page may take to arrive, in ms. */
const patience = 10_000;

/**
 * Reads a page from an address or a file.
 *
 * @throws UsageError, by a rejection, when there is no such page
 */
export async function readPage(source: string): Promise<Page> {
  if (!/^https?:/.test(source)) return readPageFile(source);
  try {
    const answer = await fetch(source, {signal: AbortSignal.timeout(patience)});
    if (!answer.ok) throw new UsageError(`Expected a page at ${source}, got status ${answer.status}`);
    const header = answer.headers.get('content-security-policy') ?? '';
    return {url: new URL(answer.url), html: await answer.text(), policies: splitPolicies(header)};
  } catch (cause) {
    if (cause instanceof UsageError) throw cause;
    throw new UsageError(`Expected a page at ${source}, got no answer`, {cause});
  }
}

async function readPageFile(path: string): Promise<Page> {
  try {
    return {url: pathToFileURL(resolve(path)), html: await readFile(path, 'utf8'), policies: []};
  } catch (cause) {
    throw new UsageError(`Expected ${path} to be an http address or a file that can be read`, {cause});
  }
}

/** Several headers arrive as one, with commas between them. */
export const splitPolicies = (header: string): readonly string[] =>
  header
    .split(',')
    .map((policy) => policy.trim())
    .filter(Boolean);
