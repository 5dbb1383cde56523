import type {Criterion} from './criterion.js';

/** What is wrong with a list of criteria: claims without a proof or a reason. */
export function findUnproved(criteria: readonly Criterion[]): string[] {
  return criteria.flatMap(({number, conformance, remark, provedBy}) => [
    ...(conformance === 'supports' && provedBy.length === 0
      ? [`${number} is said to be supported, without a test`]
      : []),
    ...(remark.trim() ? [] : [`${number} has no remark`]),
  ]);
}
