import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {judge} from './judgements.js';
import {modules, resultsOf, type MutatedModule} from './modules.js';

interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: {readonly start: {readonly line: number}};
}

interface Results {
  readonly files: Readonly<Record<string, {readonly source: string; readonly mutants: readonly Mutant[]}>>;
}

const detected = ['Killed', 'Timeout'];
const undetected = ['Survived', 'NoCoverage'];

/** Writes docs/mutation.md from the latest results of each module. */
export function writeReport(): void {
  const read = modules.map((module) => ({module, results: readResults(module)}));
  const rows = read.map(({module, results}) => row(module, results));
  const survivors = read.flatMap(({module, results}) => (results ? [survivorsIn(module, results)] : []));
  const head = `# Mutation testing

\`npm run mutation\` changes the code in small ways, one at a time, and runs the tests of its module in Chromium: a change that no
test notices has survived. Each of these is listed with the reason why it makes no difference, if somebody has found one, in
\`scripts/mutation/judgements.ts\`. \`npm run mutation -- tabs\` does so for one module. It takes minutes to hours and is no part of \`npm run verify\`.

| module | changes | noticed | score |
| --- | --- | --- | --- |`;
  writeFileSync('docs/mutation.md', `${[head, ...rows].join('\n')}\n\n${survivors.join('\n\n')}\n`);
}

function readResults({name}: MutatedModule): Results | undefined {
  const path = resultsOf(name);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : undefined;
}

function row({name}: MutatedModule, results: Results | undefined): string {
  if (!results) return `| \`${name}\` | – | – | not measured |`;
  const mutants = Object.values(results.files).flatMap((file) => file.mutants);
  const count = (statuses: readonly string[]): number => mutants.filter(({status}) => statuses.includes(status)).length;
  const noticed = count(detected);
  const all = noticed + count(undetected);
  return `| \`${name}\` | ${all} | ${noticed} | ${((noticed / all) * 100).toFixed(1)} % |`;
}

function survivorsIn({name}: MutatedModule, {files}: Results): string {
  const lines = Object.entries(files).flatMap(([path, {source, mutants}]) =>
    mutants
      .filter(({status}) => undetected.includes(status))
      .map((mutant) => describe(path, source.split('\n')[mutant.location.start.line - 1] ?? '', mutant)),
  );
  return `## Survivors in \`${name}\`\n\n${lines.join('\n') || 'None.'}`;
}

function describe(path: string, code: string, {mutatorName, replacement = '', location}: Mutant): string {
  const change = replacement.replace(/\s+/g, ' ').slice(0, 60);
  const verdict = judge(path, code) ?? 'Not judged.';
  return `- \`${path}\`, line ${location.start.line}, ${mutatorName}: \`${code.trim()}\` with \`${change}\`. ${verdict}`;
}
