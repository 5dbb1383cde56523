import {existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
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
  // Each bundler has an entry of its own: several work at once, and none may read what another is about to write.
  const entry = join(parts, 'entries', bundler, 'app.js');
  mkdirSync(dirname(entry), {recursive: true});
  writeFileSync(entry, "import 'web-engagement';\n");
  await bundlers[bundler](entry, folder);
  return folder;
}
