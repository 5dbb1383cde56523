import {chmodSync} from 'node:fs';
import {build} from 'esbuild';

const file = 'dist/cli/web-engagement.js';

// Bundles the commands of `npx web-engagement`, with all that they need, so that the package gets no further dependency.
await build({
  entryPoints: ['cli/web-engagement.ts'],
  outfile: file,
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  format: 'esm',
  banner: {
    js: "#!/usr/bin/env node\nimport {createRequire} from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
chmodSync(file, 0o755);
