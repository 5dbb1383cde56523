import {execFileSync} from 'node:child_process';
import {differences, hashFolder} from './folder-hashes.js';

// npm run reproducible: builds again, and fails unless every file is the same as in the build before.

const before = hashFolder('dist');
execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: true});
const changed = differences(before, hashFolder('dist'));
console.log(`${before.size} files, ${changed.length} of them differ from build to build`);
for (const path of changed) console.error(`  ${path}`);
if (changed.length > 0 || before.size === 0) process.exitCode = 1;
