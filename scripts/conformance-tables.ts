import type {Covering} from '../test/node/conformance/entry.js';
import {seeds} from '../test/node/conformance/seeds.js';
import {cell, code, type Tables} from './reference-tables.js';

/** What each seed document names, by the tables' names, such as `seed-001`. */
export function describeConformance(): Tables {
  return Object.fromEntries(
    seeds.map(({number, entries}) => [
      `seed-${number}`,
      [
        ['where', 'kind', 'name', 'covered by'],
        ...entries.map(({under, kind, name, coveredBy}) => [
          cell(under),
          kind,
          code(name),
          coveredBy.map(linkTo).join('<br>'),
        ]),
      ],
    ]),
  );
}

function linkTo({file, title}: Covering): string {
  const name = file.split('/').at(-1)?.replace('.test.ts', '') ?? '';
  return `[${name}](../${file}): ${cell(title)}`;
}
