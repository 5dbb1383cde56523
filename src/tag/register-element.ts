type VersionedClass = CustomElementConstructor & {readonly version?: string};

/**
 * Registers an element class; when the tag is taken, the first class stays, with a warning if it is of another version.
 *
 * A class can have one tag only: register a subclass for a second one.
 */
export function register(
  elementClass: VersionedClass,
  tag = 'web-engagement',
  registry: Pick<CustomElementRegistry, 'get' | 'define'> = customElements,
  warn: (message: string) => void = console.warn,
): void {
  const existing: VersionedClass | undefined = registry.get(tag);
  if (!existing) {
    registry.define(tag, elementClass);
  } else if (existing.version !== elementClass.version) {
    const versions = `${existing.version ?? 'unknown'} stays, ${elementClass.version ?? 'unknown'} is not used`;
    warn(`<${tag}> was loaded in two versions: ${versions}. Load the same version everywhere.`);
  }
}
