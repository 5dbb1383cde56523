import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {browserEngines, testsOf, type Engine} from './titles.js';
import type {Row} from './row.js';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Where a row is driven, by all its tests together. */
export function enginesOf({provedBy}: Row): readonly Engine[] {
  const engines = provedBy.flatMap(([file, title]) => testsOf(file).get(title) ?? []);
  return [...browserEngines, 'Node' as const].filter((engine) => engines.includes(engine));
}

/** What is wrong with rows: no test, a test that is not there, or an engine that is left out without a reason. */
export function findUnproved(rows: readonly Row[]): string[] {
  return rows.flatMap((row) => {
    const {id, provedBy, limit} = row;
    if (provedBy.length === 0) return [`${id} has no test`];
    const missing = provedBy.filter(([file, title]) => !existsSync(root + file) || !testsOf(file).has(title));
    if (missing.length > 0)
      return missing.map(([file, title]) => `${id} names a test that is not in ${file}: ${title}`);
    const isEverywhere = browserEngines.every((engine) => enginesOf(row).includes(engine));
    return isEverywhere || limit ? [] : [`${id} does not say why it is not driven in every engine`];
  });
}
