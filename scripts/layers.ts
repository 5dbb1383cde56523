import {fileURLToPath} from 'node:url';
import {checkLayers} from './layer-rules.js';

const problems = checkLayers(fileURLToPath(new URL('../src', import.meta.url)));
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
console.log('Imports go one way: no forbidden import and no cycle.');
