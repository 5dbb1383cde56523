import {criteria} from '../node/accessibility/criteria.js';
import {readTestIds} from '../node/test-ids/read-test-ids.js';
import {cell, type Tables} from '../../scripts/docs/tables.js';

/** What can be said of each success criterion of WCAG 2.2, by the tables' names: `level-a` and `level-aa`. */
export function describeAccessibility(): Tables {
  const tests = readTestIds();
  const linksTo = (id: string): string[] =>
    (tests.get(id) ?? []).map(({file, title}) => `[${cell(title)}](../${file})`);
  return Object.fromEntries(
    (['A', 'AA'] as const).map((level) => [
      `level-${level.toLowerCase()}`,
      [
        ['criterion', 'conformance', 'remark', 'proved by'],
        ...criteria
          .filter((one) => one.level === level)
          .map(({number, name, conformance, remark, provedBy}) => [
            `${number} ${cell(name)}`,
            conformance,
            cell(remark),
            provedBy.flatMap(linksTo).join('<br>'),
          ]),
      ],
    ]),
  );
}
