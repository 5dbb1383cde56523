/** What came out of a part of the tests. `broken` counts files that could not be run, which no test stands for. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly broken: number;
}

export function total(parts: readonly Counts[]): Counts {
  const sum = (key: keyof Counts) => parts.reduce((result, part) => result + part[key], 0);
  return {passed: sum('passed'), failed: sum('failed'), broken: sum('broken')};
}
