import {spawn} from 'node:child_process';

// npm run verify: all that a change must pass. It stops at the first part that fails, and prints how long each one took.

/** The npm scripts. What is built is built once, and the tests of the package are among the tests. */
const parts = [
  'format:check',
  'lint',
  'types',
  'layers',
  'house',
  'build',
  'test -- --built',
  'package',
  'size',
  'docs:check',
];

const times: string[] = [];
for (const part of parts) {
  console.log(`\n== ${part}`);
  const start = performance.now();
  const code = await run(part);
  times.push(`${code === 0 ? 'passed' : 'FAILED'} ${part}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (code === 0) continue;
  process.exitCode = 1;
  break;
}
console.log(`\n${times.join('\n')}`);

/** Resolves with the exit code. */
function run(part: string): Promise<number> {
  const npm = spawn(`npm run --silent ${part}`, {stdio: 'inherit', shell: true});
  const stop = () => npm.kill();
  process.once('SIGTERM', stop);
  return new Promise((resolve) => {
    npm.once('exit', (code) => {
      process.off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}
