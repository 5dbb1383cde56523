import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {bundlers, type Bundler} from './bundlers.js';

/** Where bundles are kept until the next build, which removes them. */
const parts = fileURLToPath(new URL('../../../dist/parts/consumers/', import.meta.url));

/**
 * Bundles an application that imports the package, once for each build. It lies inside the package, whose name therefore
 * leads to the built files.
 *
 * @returns the folder of the bundle; its entry is `app.js`
 */
export async function bundleConsumer(bundler: Bundler): Promise<string> {
  const folder = join(parts, bundler);
  if (existsSync(folder)) return folder;
  mkdirSync(parts, {recursive: true});
  const entry = join(parts, 'app.js');
  writeFileSync(entry, "import 'web-engagement';\n");
  await bundlers[bundler](entry, folder);
  return folder;
}
