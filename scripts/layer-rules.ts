import {type Import, type Module, readModules} from './imports.js';

/** What each folder of src/ may import besides itself. Files beside the folders are entries: they may import anything, and no folder imports them. */
const layers: Readonly<Record<string, readonly string[]>> = {
  check: [],
  http: ['check'],
  visit: ['http', 'check'],
  tabs: ['http', 'check'],
  record: ['http', 'check'],
  messages: ['http', 'check'],
  engagement: ['visit', 'tabs', 'http', 'check'],
  vendors: ['engagement', 'record', 'visit', 'tabs', 'http', 'check'],
  tag: ['vendors', 'engagement', 'messages', 'visit', 'tabs', 'http', 'check'],
  element: ['tag', 'engagement', 'messages', 'http', 'check'],
  script: ['tag', 'element', 'engagement', 'http', 'check'],
  timeline: ['record', 'messages', 'http', 'check'],
};

const registrar = 'tag/register.ts';
const scriptTag = 'script.ts';

type Modules = ReadonlyMap<string, Module>;

/** Every breach of the architecture below `root` (the project's `src`), each as one sentence. */
export function checkLayers(root: string): string[] {
  const modules = readModules(root);
  return [strangers, forbiddenImports, cycles, litInScriptTag, registrations].flatMap((rule) => rule(modules));
}

function strangers(modules: Modules): string[] {
  return [...modules.keys()]
    .filter((file) => {
      const layer = layerOf(file);
      return layer !== undefined && !(layer in layers);
    })
    .map((file) => `${file} is in a folder that the table of layers does not know.`);
}

function forbiddenImports(modules: Modules): string[] {
  return [...modules].flatMap(([file, {imports}]) =>
    imports.filter(({relative}) => relative).flatMap(({target}) => breach(file, target) ?? []),
  );
}

function breach(file: string, target: string): string | undefined {
  if (target.startsWith('../')) return `${file} imports ${target}, which is outside of src.`;
  const from = layerOf(file);
  if (!from) return undefined;
  const to = layerOf(target);
  if (!to) return `${file} imports the entry ${target}; only an entry may.`;
  if (from !== to && !layers[from]?.includes(to)) return `${file} imports ${target}: ${from} must not import ${to}.`;
  if (from === 'vendors' && to === 'vendors' && vendorOf(file) !== vendorOf(target)) {
    return `${file} imports ${target}: one vendor must not import another.`;
  }
  return undefined;
}

/** The folder of src a module is in; nothing for an entry file. */
function layerOf(path: string): string | undefined {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : undefined;
}

function vendorOf(path: string): string | undefined {
  return path.split('/')[1];
}

/** Import cycles, types and dynamic imports included; each is told once. */
function cycles(modules: Modules): string[] {
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) found.push(`Cycle: ${[...path.slice(start), file].join(' -> ')}.`);
    if (start >= 0 || done.has(file)) return;
    for (const target of targetsOf(modules, file, () => true)) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of modules.keys()) visit(file, []);
  return found;
}

function targetsOf(modules: Modules, file: string, wanted: (found: Import) => boolean): string[] {
  const imports = modules.get(file)?.imports ?? [];
  return imports.filter((found) => found.relative && wanted(found)).map(({target}) => target);
}

/** The script tag's first file must stay without Lit: no module it loads at once may import it. */
function litInScriptTag(modules: Modules): string[] {
  const atOnce = ({typeOnly, dynamic}: Import) => !typeOnly && !dynamic;
  const loaded = new Set([scriptTag]);
  for (const file of loaded) for (const target of targetsOf(modules, file, atOnce)) loaded.add(target);
  return [...loaded]
    .filter((file) =>
      modules.get(file)?.imports.some((found) => atOnce(found) && /^(lit|lit-\w+|@lit)(\/|$)/.test(found.target)),
    )
    .map((file) => `${file} imports lit, and ${scriptTag} loads it at once.`);
}

function registrations(modules: Modules): string[] {
  return [...modules]
    .filter(([file, {registers}]) => registers && file !== registrar)
    .map(([file]) => `${file} registers a custom element; only ${registrar} does.`);
}
