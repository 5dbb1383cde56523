import {readFile} from 'node:fs/promises';
import {basename, resolve, sep} from 'node:path';
import type {Answer} from '../http/answer.js';
import {toBytes} from '../bytes.js';
import type {SandboxRequest, Service} from '../http/request.js';
import {siteFile, toFilePath} from './site-file.js';

/** Serves the files of the first folder that has them; a file among the folders is served under its name. */
export function staticFiles(folders: readonly string[]): Service {
  return async (request) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return undefined;
    for (const folder of folders) {
      const answer = await serve(folder, request);
      if (answer) return answer;
    }
    return undefined;
  };
}

async function serve(folder: string, {url}: SandboxRequest): Promise<Answer | undefined> {
  const path = decodePath(toFilePath(url));
  const file = path === `/${basename(folder)}` ? folder : resolve(folder, `.${path}`);
  if (file !== folder && !file.startsWith(resolve(folder) + sep)) return undefined;
  const content = await readFile(file).catch(() => undefined);
  if (!content) return undefined;
  return siteFile(file, file.endsWith('.bundle.js') ? toBytes(await bundled(file)) : new Uint8Array(content), url);
}

/** Loads the bundler only for those who need it. */
async function bundled(file: string): Promise<string> {
  const {bundle} = await import('./bundle.js');
  return bundle(file);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
