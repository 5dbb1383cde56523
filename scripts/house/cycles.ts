import type {Import, Modules} from './modules.js';

/** Import cycles, types and dynamic imports included; each is reported once. */
export function cycles(modules: Modules): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push(`Cycle: ${[...path.slice(start), file].join(' -> ')}.`);
    if (start >= 0 || done.has(file)) return;
    for (const target of importsOf(modules, file)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of modules.keys()) visit(file, []);
  return found;
}

/** The modules that a module imports in one of the wanted ways. */
export function importsOf(modules: Modules, file: string, wanted: (found: Import) => boolean = () => true): string[] {
  const imports = modules.get(file)?.imports ?? [];
  return imports.filter((found) => found.relative && wanted(found)).map(({target}) => target);
}
