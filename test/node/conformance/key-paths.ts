import type {core} from 'zod/mini';

/** Where the keys of an example stand, as `root.key.key`; a list leaves no trace, so its items share their paths. */
export function keyPaths(value: unknown, root: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keyPaths(item, root));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [`${root}.${key}`, ...keyPaths(part, `${root}.${key}`)]);
}

/** The texts of an example, each behind the path of its key. */
export function textsAt(value: unknown, root: string): [path: string, text: string][] {
  if (typeof value === 'string') return [[root, value]];
  if (Array.isArray(value)) return value.flatMap((item) => textsAt(item, root));
  return Object.entries(Object(value) as object).flatMap(([key, part]) => textsAt(part, `${root}.${key}`));
}

type Definition = Partial<
  Record<'innerType' | 'element' | 'valueType' | 'in' | 'out', core.$ZodType> & {
    readonly shape: Readonly<Record<string, core.$ZodType>>;
    readonly options: readonly core.$ZodType[];
  }
>;

/** Where the keys of a schema stand, as those of an example do. */
export function schemaPaths(schema: core.$ZodType, root: string): string[] {
  const {shape = {}, options = [], innerType, element, valueType, ...pipe} = schema._zod.def as Definition;
  const inside = [innerType, element, valueType, pipe.in, pipe.out, ...options].filter((part) => part !== undefined);
  return [
    ...inside.flatMap((part) => schemaPaths(part, root)),
    ...Object.entries(shape).flatMap(([key, part]) => [`${root}.${key}`, ...schemaPaths(part, `${root}.${key}`)]),
  ];
}
