import {readFileSync} from 'node:fs';
import {hostKinds} from '../node/hosts/kinds.js';
import {hostLibraries, simulatedDocuments, type HostLibrary} from '../node/hosts/libraries.js';
import {readTestIds} from '../node/test-ids/read-test-ids.js';
import {cell, type Row, type Tables} from '../../scripts/docs/tables.js';

const browsers = 'Chromium, Firefox';

/** What holds on pages of which kind, and beside which libraries. */
export function describeHosts(): Tables {
  const tests = readTestIds();
  const kinds = hostKinds.map(({id, name, holds}) => [
    id,
    cell(name),
    cell(holds),
    [...new Set((tests.get(id) ?? []).map(({file}) => file))].map(linkTo).join(' '),
  ]);
  return {
    'host-summary': summarize(),
    'host-kinds': [['', 'the page', 'what holds', 'tests'], ...kinds],
    'host-libraries': [
      ['library', 'version', 'engines', 'what holds', 'tests'],
      ...hostLibraries.map((library) => describeLibrary(library, browsers, 'hosts')),
      ...simulatedDocuments.map((library) => describeLibrary(library, 'Node', 'package')),
    ],
  };
}

function describeLibrary({name, folder, file, holds, also = ''}: HostLibrary, engines: string, place: string): Row {
  return [cell(name), versionOf(folder), engines, cell(`${holds} ${also}`), linkTo(`test/${place}/${file}.test.ts`)];
}

/** One line for all libraries beside which the same holds. */
function summarize(): string {
  const all = [...hostLibraries, ...simulatedDocuments];
  const lines = [...new Set(all.map(({holds}) => holds))].map((holds) => {
    const libraries = all.filter((library) => library.holds === holds).map(nameWithVersion);
    return `- ${[...new Set(libraries)].join(', ')}: ${holds}`;
  });
  const intro = `Tried in ${browsers.replace(', ', ' and ')}, on ${hostKinds.length} kinds of pages:`;
  return [intro, '', ...lines].join('\n');
}

/** The library alone, without its major version or its part that is meant. */
const nameWithVersion = ({name, folder}: HostLibrary): string =>
  `${name.replace(/[,:].*| \d+$/, '')} ${versionOf(folder)}`;

function linkTo(file: string): string {
  const name = file.split('/').at(-1)?.replace('.test.ts', '') ?? '';
  return `[${name}](../${file})`;
}

function versionOf(folder: string): string {
  const manifest = new URL(`../../node_modules/${folder}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(manifest, 'utf8')) as {version: string}).version;
}
