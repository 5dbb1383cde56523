import {execFileSync} from 'node:child_process';
import {differences, hashFolder} from './folder-hashes.js';

// npm run reproducible: builds twice, and fails unless every file is the same.

const [before, after] = [build(), build()];
const changed = differences(before, after);
console.log(`${before.size} files, ${changed.length} of them differ from build to build`);
for (const path of changed) console.error(`  ${path}`);
if (changed.length > 0 || before.size === 0) process.exitCode = 1;

/** Returns the hash of each file. */
function build(): ReadonlyMap<string, string> {
  execFileSync('npm', ['run', '--silent', 'build'], {stdio: 'inherit', shell: true});
  return hashFolder('dist');
}
