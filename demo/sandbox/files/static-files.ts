import {readFile} from 'node:fs/promises';
import {basename, resolve, sep} from 'node:path';
import {toBytes} from '../bytes.js';
import type {Answer} from '../http/answer.js';
import type {Service} from '../http/service.js';
import {siteFile, toFilePath} from './site-file.js';

/**
 * Serves files from the first of the paths that has them. A path is a folder, or a file that is served by its name.
 *
 * @param policy Content Security Policy of the pages
 */
export function staticFiles(paths: readonly string[], policy?: string): Service {
  return async ({method, url}) => {
    if (method !== 'GET' && method !== 'HEAD') return undefined;
    for (const path of paths) {
      const answer = await serveFrom(path, url, policy);
      if (answer) return answer;
    }
    return undefined;
  };
}

async function serveFrom(path: string, url: URL, policy?: string): Promise<Answer | undefined> {
  const wanted = decodePath(toFilePath(url));
  const file = wanted === `/${basename(path)}` ? path : resolve(path, `.${wanted}`);
  if (file !== path && !file.startsWith(resolve(path) + sep)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  if (!content) return undefined;
  const body = file.endsWith('.bundle.js') ? await bundled(file) : new Uint8Array(content);
  return siteFile(file, body, url, policy);
}

/** Loads the bundler only when a page needs it. */
async function bundled(file: string): Promise<Uint8Array<ArrayBuffer>> {
  const {bundle} = await import('./bundle.js');
  return toBytes(await bundle(file));
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
