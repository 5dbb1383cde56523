type Kind =
  | 'endpoint'
  | 'path parameter'
  | 'query parameter'
  | 'header'
  | 'body parameter'
  | 'field'
  | 'value'
  | 'answer'
  | 'rule';

/** A test, by its file and its title behind those of its suites. */
export interface Covering {
  readonly file: string;
  readonly title: string;
}

/** Something that a seed document names, and the tests that fail when it is broken. */
export interface Entry {
  /** Heading of the document. */
  readonly under: string;
  readonly kind: Kind;
  /** As the document writes it. */
  readonly name: string;
  /** For what stands in examples: where, as `example.key.key`. Lists leave no trace. */
  readonly paths: readonly string[];
  readonly coveredBy: readonly Covering[];
}

export interface Seed {
  readonly number: string;
  readonly title: string;
  /** In the order of the document. */
  readonly entries: readonly Entry[];
  /** Keys that schemas read although the document does not name them, and who does. */
  readonly beyond: Readonly<Record<string, string>>;
}

type Cover = Covering | readonly Covering[];

/** Names tests of one file, all of them in the same suite. */
export const inFile =
  (file: string, suite: string) =>
  (title: string): Covering => ({file, title: `${suite} › ${title}`});

/** Names what stands under one heading. */
export function under(heading: string) {
  const entry = (kind: Kind, name: string, cover: Cover, paths: readonly string[] = []): Entry => ({
    under: heading,
    kind,
    name,
    paths,
    coveredBy: [cover].flat(),
  });
  return {
    entry,
    /** Fields of one place in the examples, or of several places with the same fields. */
    fields: (places: string | readonly string[], names: readonly string[], cover: (name: string) => Cover): Entry[] =>
      names.map((name) => {
        const key = name.split('.').at(-1) ?? '';
        return entry(
          'field',
          name,
          cover(name),
          [places].flat().map((place) => `${place}.${key}`),
        );
      }),
    values: (paths: string | readonly string[], names: readonly string[], cover: (name: string) => Cover): Entry[] =>
      names.map((name) => entry('value', name, cover(name), [paths].flat())),
  };
}
