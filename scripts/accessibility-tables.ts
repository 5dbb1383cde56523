import {criteria} from '../test/node/accessibility/criteria.js';
import type {Proof} from '../test/node/accessibility/criterion.js';
import {cell, type Tables} from './reference-tables.js';

/** What can be said of each success criterion of WCAG 2.2, by the tables' names: `level-a` and `level-aa`. */
export function describeAccessibility(): Tables {
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
            provedBy.map(linkTo).join('<br>'),
          ]),
      ],
    ]),
  );
}

const linkTo = ({file, title}: Proof): string => `[${cell(title)}](../${file})`;
