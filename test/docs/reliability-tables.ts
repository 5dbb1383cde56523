import {enginesOf, findUnproved} from '../node/reliability/checks.js';
import type {Row} from '../node/reliability/row.js';
import {rows, tables} from '../node/reliability/rows.js';
import {cell, type Tables} from '../../scripts/docs/tables.js';

/**
 * What holds when something goes wrong, by the tables' names.
 *
 * @throws Error when a row is proved by no test
 */
export function describeReliability(): Tables {
  const problems = findUnproved(rows);
  if (problems.length > 0) throw new Error(`docs/reliability.md:\n${problems.join('\n')}`);
  return Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [
      name,
      [['id', 'what goes wrong', 'what holds', 'proved by', 'driven in'], ...table.map(toCells)],
    ]),
  );
}

function toCells(row: Row): readonly string[] {
  const {id, fault, holds, provedBy, limit} = row;
  const links = provedBy.map(([file, title]) => `[${cell(title.replace(/^([A-Z]\d+: )+/, ''))}](../${file})`);
  const engines = enginesOf(row).join(', ');
  return [id, cell(fault), cell(holds), links.join('<br>'), limit ? `${engines}. ${cell(limit)}` : engines];
}
