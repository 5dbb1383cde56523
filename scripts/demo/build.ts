import {fileURLToPath} from 'node:url';
import {buildStaticDemo} from './static-demo.js';

// Makes the demo for a host that only has files, in dist-demo/ or in the folder that is named.

const [folder = fileURLToPath(new URL('../../dist-demo', import.meta.url))] = process.argv.slice(2);
const size = await buildStaticDemo(folder);
console.log(`${folder}: ${Math.round(size / 1000)} kB`);
