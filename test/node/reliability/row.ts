/** A test, by its file and its title, in which `…` stands for what the file fills in. */
export type ProvedBy = readonly [file: string, title: string];

/** Something that goes wrong, and what holds then. */
export interface Row {
  /** `F` for what was found on pages, `D` for faults of the environment, `C` for attacks. */
  readonly id: string;
  readonly fault: string;
  readonly holds: string;
  readonly provedBy: readonly ProvedBy[];
  /** Why not every engine is driven. */
  readonly limit?: string | undefined;
}

/** Makes a row of a table; a text in place of a test says why not every engine is driven. */
export const row = (id: string, fault: string, holds: string, ...rest: readonly (ProvedBy | string)[]): Row => ({
  id,
  fault,
  holds,
  provedBy: rest.filter((item) => typeof item !== 'string'),
  limit: rest.find((item) => typeof item === 'string'),
});

/** Tests of one file, by their titles. */
export const inFile =
  (file: string) =>
  (title: string): ProvedBy => [`test/${file}.test.ts`, title];

/** Why some rows are not driven in every engine. */
export const limits = {
  wire: 'The fault is made on the wire by a server that tests run in Node. Engines hand the same bytes to the same code.',
  pure: 'Decided by code that asks nothing of an engine, so that one is enough.',
  tabs: 'Real tabs are driven in Chromium and Firefox. The WebKit at hand cannot be driven with several tabs.',
  build: 'A property of the files that are shipped, and not of an engine.',
} as const;
