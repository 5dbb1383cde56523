import type {core} from 'zod/mini';
import type {IdentifiedTest} from '../test-ids/read-test-ids.js';
import type {Entry, VendorDocument} from './entry.js';
import {keyPaths, schemaPaths, textsAt} from './key-paths.js';

/** What of a document is in the repository: its examples and the schemas made after it, by the roots of their paths. */
export interface Evidence {
  readonly examples: Readonly<Record<string, unknown>>;
  readonly schemas: Readonly<Record<string, core.$ZodType>>;
}

const label = ({under, kind, name}: Entry): string => `${under}: ${kind} ${name}`;

/** Entries without a test. */
export function findUncovered(entries: readonly Entry[]): string[] {
  return entries.filter(({coveredBy}) => coveredBy.length === 0).map((entry) => `${label(entry)} has no test`);
}

/** Entries with a word in their name that a file of their tests never uses. */
export function findUnmentioned(
  entries: readonly Entry[],
  tests: ReadonlyMap<string, readonly IdentifiedTest[]>,
  read: (file: string) => string,
): string[] {
  return entries.flatMap((entry) => {
    const words = entry.name.split(/[^\w-]+/).filter(Boolean);
    const files = new Set(entry.coveredBy.flatMap((id) => tests.get(id) ?? []).map(({file}) => file));
    return [...files].flatMap((file) => {
      const mentioned = new Set(
        read(file)
          .toLowerCase()
          .match(/[\w-]+/g),
      );
      const missing = words.filter((word) => !mentioned.has(word.toLowerCase()));
      return missing.map((word) => `${label(entry)}: ${file} does not mention ${word}`);
    });
  });
}

/** Keys of examples and schemas that the list lacks, and values of examples where it lists others of the same field. */
export function findUnlisted({entries, beyond}: VendorDocument, {examples, schemas}: Evidence): string[] {
  const pathsOf = (kinds: (kind: Entry['kind']) => boolean): Set<string> =>
    new Set(entries.filter(({kind}) => kinds(kind)).flatMap(({paths}) => paths));
  const keys = pathsOf((kind) => kind !== 'value');
  const closed = pathsOf((kind) => kind === 'value');
  const isListed = (path: string, text: string): boolean =>
    entries.some(({kind, name, paths}) => kind === 'value' && name === text && paths.includes(path));
  const inExamples = Object.entries(examples).flatMap(([root, value]) => keyPaths(value, root));
  const inSchemas = Object.entries(schemas).flatMap(([root, schema]) => schemaPaths(schema, root));
  const values = Object.entries(examples).flatMap(([root, value]) => textsAt(value, root));
  return [
    ...inExamples.filter((path) => !keys.has(path)),
    ...inSchemas.filter((path) => !keys.has(path) && !Object.hasOwn(beyond, path)),
    ...values.filter(([path, text]) => closed.has(path) && !isListed(path, text)).map((pair) => pair.join(' = ')),
  ];
}

/** Paths that the list names and that are in no example and no schema. */
export function findUnfounded({entries, beyond}: VendorDocument, {examples, schemas}: Evidence): string[] {
  const found = new Set([
    ...Object.entries(examples).flatMap(([root, value]) => keyPaths(value, root)),
    ...Object.entries(schemas).flatMap(([root, schema]) => schemaPaths(schema, root)),
  ]);
  return [...entries.flatMap(({paths}) => paths), ...Object.keys(beyond)].filter((path) => !found.has(path));
}
