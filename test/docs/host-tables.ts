import {readFileSync} from 'node:fs';
import {hostKinds} from '../node/hosts/kinds.js';
import {hostLibraries, simulatedDocuments} from '../node/hosts/libraries.js';
import {readTestIds} from '../node/test-ids/read-test-ids.js';
import {cell, type Tables} from '../../scripts/docs/tables.js';

/** What holds on pages of which kind, and beside which libraries. */
export function describeHosts(): Tables {
  const tests = readTestIds();
  const kinds = hostKinds.map(({id, name, holds}) => [
    id,
    cell(name),
    cell(holds),
    [...new Set((tests.get(id) ?? []).map(({file}) => file))].map(linkTo).join(' '),
  ]);
  const libraries = hostLibraries.map(({name, folder, file, holds}) => [
    cell(name),
    versionOf(folder),
    'Chromium, Firefox',
    cell(holds),
    linkTo(`test/hosts/${file}.test.ts`),
  ]);
  const simulated = simulatedDocuments.map(({name, folder, file}) => [
    cell(name),
    versionOf(folder),
    'Node',
    'The element mounts, shows an offer, accepts it, and goes, without an error.',
    linkTo(`test/package/${file}.test.ts`),
  ]);
  return {
    'host-kinds': [['', 'the page', 'what holds', 'tests'], ...kinds],
    'host-libraries': [['library', 'version', 'engines', 'what holds', 'tests'], ...libraries, ...simulated],
  };
}

function linkTo(file: string): string {
  const name = file.split('/').at(-1)?.replace('.test.ts', '') ?? '';
  return `[${name}](../${file})`;
}

function versionOf(folder: string): string {
  const manifest = new URL(`../../node_modules/${folder}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as {version: string}).version;
}
