import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

/** Files of a project: their contents by their paths. */
export type Tree = Readonly<Record<string, string>>;

/** Writes a tree to a temporary folder, and returns what `check` says about it. */
export function checkTree<T>(tree: Tree, check: (root: string) => T): T {
  const root = mkdtempSync(join(tmpdir(), 'source-tree-'));
  try {
    for (const [file, text] of Object.entries(tree)) {
      mkdirSync(dirname(join(root, file)), {recursive: true});
      writeFileSync(join(root, file), text);
    }
    return check(root);
  } finally {
    rmSync(root, {recursive: true});
  }
}
