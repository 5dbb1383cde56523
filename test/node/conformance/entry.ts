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

/** Something that a vendor's document names, and the tests that fail when it is broken. */
export interface Entry {
  /** Heading of the document. */
  readonly under: string;
  readonly kind: Kind;
  /** As the document writes it. */
  readonly name: string;
  /** For what stands in examples: where, as `example.key.key`. Lists leave no trace. */
  readonly paths: readonly string[];
  /** The ids at the end of the tests' titles. */
  readonly coveredBy: readonly string[];
}

/** A document that a vendor has published. */
export interface VendorDocument {
  /** Its name in `docs/conformance.md`. */
  readonly name: string;
  readonly title: string;
  /** In the order of the document. */
  readonly entries: readonly Entry[];
  /** Keys that schemas read although the document does not name them, and who does. */
  readonly beyond: Readonly<Record<string, string>>;
}

type Cover = string | readonly string[];

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
    fields: (places: string | readonly string[], names: readonly string[], cover: Cover): Entry[] =>
      names.map((name) => {
        const key = name.split('.').at(-1) ?? '';
        return entry(
          'field',
          name,
          cover,
          [places].flat().map((place) => `${place}.${key}`),
        );
      }),
    values: (paths: string | readonly string[], names: readonly string[], cover: Cover): Entry[] =>
      names.map((name) => entry('value', name, cover, [paths].flat())),
  };
}
