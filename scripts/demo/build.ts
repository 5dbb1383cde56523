import {fileURLToPath} from 'node:url';
import {buildStaticDemo} from './static-demo.js';

// Builds the demo for a static host, in dist-demo/ or the given folder.

const [folder = fileURLToPath(new URL('../../dist-demo', import.meta.url))] = process.argv.slice(2);
const size = await buildStaticDemo(folder);
console.log(`${folder}: ${Math.round(size / 1000)} kB`);
