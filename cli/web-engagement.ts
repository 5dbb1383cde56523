import {check} from './commands/check.js';
import {csp} from './commands/csp.js';
import {init} from './commands/init.js';
import {integrity} from './commands/integrity.js';
import {sandbox} from './commands/sandbox.js';
import {serve} from './commands/serve.js';
import {UsageError, type Command, type Surroundings} from './command.js';

const commands: Readonly<Record<string, Command>> = {sandbox, serve, csp, integrity, init, check};

const help = [
  'Usage: web-engagement <command> [options]',
  '',
  ...Object.entries(commands).map(([name, {summary}]) => `  ${name.padEnd(10)} ${summary}`),
  '',
  'web-engagement <command> --help tells more.',
].join('\n');

async function main([name, ...args]: readonly string[], surroundings: Surroundings): Promise<number> {
  const {print, complain} = surroundings;
  if (name === undefined || name === '--help' || name === '-h') {
    print(help);
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    complain(`Expected a command, got ${name}; there are ${Object.keys(commands).join(', ')}`);
    return 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    print(command.help);
    return 0;
  }
  return command.run(args, surroundings);
}

const end = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => end.abort());

try {
  process.exitCode = await main(process.argv.slice(2), {
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
    signal: end.signal,
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof UsageError || hasCode(error, 'ERR_PARSE_ARGS') ? 2 : 1;
}

/** Whether an error of Node has a code that begins so. */
function hasCode(error: unknown, start: string): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith(start);
}
