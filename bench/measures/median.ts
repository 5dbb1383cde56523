/** The median of some numbers, or `NaN` without any. */
export function median(numbers: readonly number[]): number {
  const values = numbers.toSorted((a, b) => a - b);
  const middle = values.length / 2;
  return ((values[Math.ceil(middle) - 1] ?? NaN) + (values[Math.floor(middle)] ?? NaN)) / 2;
}
