import {fileURLToPath} from 'node:url';
import {buildDocsSite} from './docs-site.js';

// npm run docs:build: builds the documents as a site, in dist-docs/ or the given folder.

const [folder = fileURLToPath(new URL('../../../dist-docs', import.meta.url))] = process.argv.slice(2);
await buildDocsSite(folder);
console.log(folder);
