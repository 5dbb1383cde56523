import type {IdentifiedTest} from './read-test-ids.js';

/** What is wrong with ids that a list names: no test has them, or more than one. */
export function findUnbound(ids: Iterable<string>, tests: ReadonlyMap<string, readonly IdentifiedTest[]>): string[] {
  return [...new Set(ids)].flatMap((id) => {
    const bound = tests.get(id) ?? [];
    if (bound.length === 1) return [];
    return bound.length === 0
      ? [`No test has the id ${id}.`]
      : [`${bound.length} tests have the id ${id}: ${bound.map(({file}) => file).join(', ')}.`];
  });
}
