import {spawn} from 'node:child_process';

// npm run verify: all that a change must pass. It stops after the first step that fails, and prints how long each part took.

/** The npm scripts. Those of a step run two at a time. What is built is built once, and the package's tests are among the tests. */
const steps = [
  ['lint', 'format:check', 'types', 'layers', 'house', 'build'],
  ['test -- --built'],
  ['test:stacks', 'docs:check', 'package', 'size'],
] as const;

const times: string[] = [];
for (const parts of steps) {
  const left = [...parts];
  await Promise.all([verifyAll(left), verifyAll(left)]);
  if (process.exitCode) break;
}
console.log(`\n${times.join('\n')}`);

/** Takes one after the other from a list that others take from, too. */
async function verifyAll(left: string[]): Promise<void> {
  for (let part = left.shift(); part; part = left.shift()) await verify(part);
}

async function verify(part: string): Promise<void> {
  const start = performance.now();
  console.log(`\n== ${part}`);
  const {code, output} = await run(part);
  if (output) console.log(`\n== ${part} says:\n${output}`);
  times.push(`${code === 0 ? 'passed' : 'FAILED'} ${part}: ${((performance.now() - start) / 1000).toFixed(1)} s`);
  if (code !== 0) process.exitCode = 1;
}

/** Runs a script. What the tests say is shown as they go on, and what others say when they have ended. */
function run(part: string): Promise<{code: number; output: string}> {
  const stdio = part.startsWith('test') ? 'inherit' : 'pipe';
  const npm = spawn(`npm run --silent ${part}`, {stdio: ['ignore', stdio, stdio], shell: true});
  let output = '';
  npm.stdout?.on('data', (chunk: Buffer) => (output += String(chunk)));
  npm.stderr?.on('data', (chunk: Buffer) => (output += String(chunk)));
  const stop = () => npm.kill();
  process.once('SIGTERM', stop);
  return new Promise((resolve) => {
    npm.once('close', (code) => {
      process.off('SIGTERM', stop);
      resolve({code: code ?? 1, output});
    });
  });
}
