import {documents} from '../node/conformance/documents.js';
import {readTestIds} from '../node/test-ids/read-test-ids.js';
import {cell, code, type Tables} from '../../scripts/docs/tables.js';

/** What each vendor's document names, by the tables' names, such as `glia-engagements`. */
export function describeConformance(): Tables {
  const tests = readTestIds();
  const linksTo = (id: string): string[] =>
    (tests.get(id) ?? []).map(({file, title}) => {
      const name = file.split('/').at(-1)?.replace('.test.ts', '') ?? '';
      return `[${name}](../${file}): ${cell(title)}`;
    });
  return Object.fromEntries(
    documents.map(({name, entries}) => [
      name,
      [
        ['where', 'kind', 'name', 'covered by'],
        ...entries.map(({under, kind, name, coveredBy}) => [
          cell(under),
          kind,
          code(name),
          coveredBy.flatMap(linksTo).join('<br>'),
        ]),
      ],
    ]),
  );
}
