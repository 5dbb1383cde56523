import fc from 'fast-check';

/** The parameters of a property: the same runs every time. fast-check prints the seed and the path of what fails. */
export const runs = (numRuns: number) => ({numRuns, seed: 20_261_128});

/** Values that nobody expects. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  fc.anything({withDate: true, withNullPrototype: true, withMap: true, withBigInt: true, maxDepth: 2}),
  fc.string(),
  fc.constantFrom(
    undefined,
    null,
    '',
    ' ',
    '\ud800',
    'x'.repeat(300),
    0,
    -1,
    NaN,
    Infinity,
    true,
    Symbol('wild'),
    () => undefined,
    () => {
      throw new Error('wild');
    },
    {toString: null},
    [null],
    {__proto__: null},
    new Proxy({}, {}),
  ),
);

/**
 * Options with some of these names: each has a good value or a wild one, or is left out.
 *
 * @param good a value for each name that works
 */
export function optionsLike(good: Readonly<Record<string, unknown>>): fc.Arbitrary<unknown> {
  const fields = Object.entries(good).map(([name, value]) => {
    const arbitrary = fc.oneof({weight: 2, arbitrary: fc.constant(value)}, {weight: 1, arbitrary: wild});
    return [name, arbitrary] as const;
  });
  const options = fc.record(Object.fromEntries(fields), {requiredKeys: []});
  return fc.oneof({weight: 12, arbitrary: options}, {weight: 1, arbitrary: wild});
}

/**
 * JSON that is like a sample: some of its values are replaced or left out.
 *
 * @param sample an answer as it is documented
 */
export function jsonLike(sample: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({weight: 8, arbitrary: mutated(sample)}, {weight: 1, arbitrary: fc.jsonValue()});
}

function mutated(sample: unknown): fc.Arbitrary<unknown> {
  const other = fc.oneof(fc.jsonValue({maxDepth: 1}), fc.constantFrom(null, '', -1, 1e300, [], {}, 'x'.repeat(300)));
  return fc.oneof({weight: 5, arbitrary: kept(sample)}, {weight: 1, arbitrary: other});
}

function kept(sample: unknown): fc.Arbitrary<unknown> {
  if (Array.isArray(sample)) {
    const [first] = sample as unknown[];
    return fc.array(mutated(first), {maxLength: 3});
  }
  if (typeof sample !== 'object' || sample === null) return fc.constant(sample);
  const fields = Object.entries(sample).map(([name, value]) => [name, mutated(value)] as const);
  return fc.record(Object.fromEntries(fields), {requiredKeys: []});
}
