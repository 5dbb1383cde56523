import {fileURLToPath} from 'node:url';
import {checkLayers} from './check-layers.js';

// npm run layers: fails on an import that layer-table.ts does not allow, on a cycle, and on a crowded folder.

const problems = checkLayers(fileURLToPath(new URL('../../', import.meta.url)));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log('Imports go one way: no forbidden import, no cycle, no crowded folder.');
