import {writeFileSync} from 'node:fs';
import {judge} from './judgements.js';
import {modules, resultsOf, type MutatedModule} from './modules.js';
import {isNoticed, isSurvivor, readResults, type Mutant, type Results} from './results.js';

/** Writes docs/mutation.md from the latest results of each module. */
export function writeReport(): void {
  const read = modules.map((module) => ({module, results: readResults(resultsOf(module.name))}));
  const rows = read.map(({module, results}) => row(module, results));
  const survivors = read.flatMap(({module, results}) => (results ? [survivorsIn(module, results)] : []));
  const head = `# Mutation testing

\`npm run mutation\` changes the code in small ways, one at a time, and runs the tests of its module in Chromium: a change that no
test notices has survived. Each of these is listed with the reason why it makes no difference, or with what the tests lack, from
\`scripts/mutation/judgements.ts\`. \`npm run mutation -- tabs\` does so for one module, and \`--survivors\` only with the changes that
survived the last time. It takes minutes to hours and is no part of \`npm run verify\`.

| module | changes | noticed | score |
| --- | --- | --- | --- |`;
  writeFileSync('docs/mutation.md', `${[head, ...rows].join('\n')}\n\n${survivors.join('\n\n')}\n`);
}

function row({name}: MutatedModule, results: Results | undefined): string {
  if (!results) return `| \`${name}\` | – | – | not measured |`;
  const mutants = Object.values(results.files).flatMap((file) => file.mutants);
  const noticed = mutants.filter(isNoticed).length;
  const all = noticed + mutants.filter(isSurvivor).length;
  return `| \`${name}\` | ${all} | ${noticed} | ${((noticed / all) * 100).toFixed(1)} % |`;
}

function survivorsIn({name}: MutatedModule, {files}: Results): string {
  const lines = Object.entries(files).flatMap(([path, {source, mutants}]) =>
    mutants
      .filter(isSurvivor)
      .map((mutant) => describe(path, source.split('\n')[mutant.location.start.line - 1] ?? '', mutant)),
  );
  return `## Survivors in \`${name}\`\n\n${lines.join('\n') || 'None.'}`;
}

function describe(path: string, code: string, {mutatorName, replacement = '', location}: Mutant): string {
  const change = replacement.replace(/\s+/g, ' ').slice(0, 60);
  const verdict = judge(path, code) ?? 'Not judged.';
  return `- \`${path}\`, line ${location.start.line}, ${mutatorName}: \`${code.trim()}\` with \`${change}\`. ${verdict}`;
}
