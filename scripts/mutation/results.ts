import {existsSync, readFileSync, writeFileSync} from 'node:fs';

interface Position {
  readonly line: number;
  readonly column: number;
}

/** A change of the code, and what became of it. */
export interface Mutant {
  readonly status: string;
  readonly mutatorName: string;
  readonly replacement?: string;
  readonly location: {readonly start: Position; readonly end: Position};
}

/** What Stryker writes about the files of a module (mutation-testing-report-schema). */
export interface Results {
  readonly files: Readonly<Record<string, {readonly source: string; readonly mutants: readonly Mutant[]}>>;
}

/** Whether a change is one that tests noticed. */
export const isNoticed = ({status}: Mutant): boolean => ['Killed', 'Timeout'].includes(status);

/** Whether a change is one that no test noticed. */
export const isSurvivor = ({status}: Mutant): boolean => ['Survived', 'NoCoverage'].includes(status);

export function readResults(path: string): Results | undefined {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Results) : undefined;
}

/** Where the survivors are, as Stryker takes places to mutate. */
export function placesOfSurvivors({files}: Results): readonly string[] {
  const places = Object.entries(files).flatMap(([path, {mutants}]) =>
    mutants.filter(isSurvivor).map(({location: {start, end}}) => `${path}:${toText(start)}-${toText(end)}`),
  );
  return [...new Set(places)];
}

// Stryker counts columns from 0 in what it takes, and from 1 in what it writes.
const toText = ({line, column}: Position): string => `${line}:${column - 1}`;

/** Writes earlier results with what came of the survivors when they were tried again. */
export function writeMerged(path: string, {files}: Results, again: Results): void {
  const noticed = new Set(
    Object.entries(again.files).flatMap(([name, {mutants}]) => mutants.filter(isNoticed).map((it) => keyOf(name, it))),
  );
  const merge = (name: string, mutant: Mutant): Mutant =>
    isSurvivor(mutant) && noticed.has(keyOf(name, mutant)) ? {...mutant, status: 'Killed'} : mutant;
  const merged = Object.entries(files).map(([name, file]) => [
    name,
    {...file, mutants: file.mutants.map((mutant) => merge(name, mutant))},
  ]);
  writeFileSync(path, JSON.stringify({files: Object.fromEntries(merged) as Results['files']}));
}

const keyOf = (path: string, {mutatorName, replacement, location}: Mutant): string =>
  JSON.stringify([path, mutatorName, replacement, location.start, location.end]);
