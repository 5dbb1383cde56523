/** What becomes more, and what that costs. */
export interface Subject {
  /** Name of the picture's file. */
  readonly name: string;
  /** What is counted, such as `tabs`. */
  readonly counted: string;
  readonly counts: readonly number[];
  /** What is measured of each count, with its unit if it has one. */
  readonly measures: readonly string[];
  /** Measures one count, in the order of `measures`. */
  readonly measure: (count: number) => Promise<readonly number[]>;
  readonly close?: () => Promise<void> | void;
}

/** The figures of a subject: one list for each count. */
export type Figures = readonly (readonly number[])[];
