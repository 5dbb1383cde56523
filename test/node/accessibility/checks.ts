import type {Criterion} from './criterion.js';

/** What is wrong with a list of criteria: proofs that are nowhere, and claims without a proof or a reason. */
export function findUnproved(
  criteria: readonly Criterion[],
  titlesOf: (file: string) => ReadonlySet<string>,
): string[] {
  return criteria.flatMap(({number, conformance, remark, provedBy}) => [
    ...(conformance === 'supports' && provedBy.length === 0
      ? [`${number} is said to be supported, without a test`]
      : []),
    ...(remark.trim() ? [] : [`${number} has no remark`]),
    ...provedBy
      .filter(({file, title}) => !titlesOf(file).has(title))
      .map(({file, title}) => `${number}: ${file} has no test "${title}"`),
  ]);
}
