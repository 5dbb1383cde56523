import {layers, parts} from './layer-table.js';
import type {Modules} from './modules.js';

/** Modules in folders of src that the table does not name. */
export function unknownLayers(modules: Modules): string[] {
  return [...modules.keys()]
    .filter((file) => {
      const layer = layerOf(file);
      return layer !== undefined && !(layer in layers);
    })
    .map((file) => `${file} is in a folder that the table of layers does not know.`);
}

/** Imports that the table does not allow. */
export function forbiddenImports(modules: Modules): string[] {
  return [...modules].flatMap(([file, {imports}]) =>
    imports
      .filter(({relative}) => relative)
      .flatMap(({target}) => {
        const reason = partBreach(file, target) ?? layerBreach(file, target);
        return reason ? [`${file} imports ${target}: ${reason}.`] : [];
      }),
  );
}

function partBreach(file: string, target: string): string | undefined {
  const from = partOf(file);
  const to = partOf(target);
  if (from === to) return undefined;
  if (!(to in parts)) return from === 'src' ? 'it is outside of src' : undefined;
  return parts[from]?.includes(to) ? undefined : `${from} must not import ${to}`;
}

function layerBreach(file: string, target: string): string | undefined {
  if (partOf(file) !== 'src') return undefined;
  const from = layerOf(file);
  const to = layerOf(target);
  if (!from) return undefined;
  if (!to) return 'it is an entry, which nothing imports';
  if (from !== to) return layers[from]?.includes(to) ? undefined : `${from} must not import ${to}`;
  return from === 'vendors' && vendorOf(file) !== vendorOf(target) ? 'one vendor must not import another' : undefined;
}

function partOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

/** The folder of src that a module is in; undefined for an entry, and outside of src. */
function layerOf(path: string): string | undefined {
  return /^src\/([^/]+)\//.exec(path)?.[1];
}

function vendorOf(path: string): string | undefined {
  return path.split('/')[2];
}
