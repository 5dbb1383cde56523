/** The visitor's network and computer. */
export interface Conditions {
  readonly isSlowNetwork: boolean;
  /** How many times slower than this machine the CPU is. */
  readonly cpuSlowdown: number;
  /** How long the page is left alone before it is measured, in ms. */
  readonly rest: number;
}

/** A CPU as fast as this machine's, one that is 4 times slower, and slow 4G. */
export const conditions = {
  fast: {isSlowNetwork: false, cpuSlowdown: 1, rest: 1_000},
  slowCpu: {isSlowNetwork: false, cpuSlowdown: 4, rest: 1_500},
  slowNetwork: {isSlowNetwork: true, cpuSlowdown: 1, rest: 2_000},
} satisfies Readonly<Record<string, Conditions>>;

export type ConditionName = keyof typeof conditions;
