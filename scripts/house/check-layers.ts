import {crowdedFolders} from './crowded-folders.js';
import {cycles} from './cycles.js';
import {litInScriptTag, registrations} from './entry-rules.js';
import {forbiddenImports, unknownLayers} from './import-rules.js';
import {parts} from './layer-table.js';
import {readModules} from './modules.js';

/** Every breach of the architecture in the project at `root`, each as one sentence. */
export function checkLayers(root: string): string[] {
  const modules = readModules(root, Object.keys(parts));
  const rules = [unknownLayers, forbiddenImports, cycles, litInScriptTag, registrations];
  return [...rules.flatMap((rule) => rule(modules)), ...crowdedFolders(root)];
}
