import ts from 'typescript';
import {importsOf} from './cycles.js';
import {type Import, type Modules, walk} from './modules.js';

const registrar = 'src/tag/register-element.ts';
const scriptTag = 'src/script.ts';

/** The script tag's first file must stay without Lit: no module it loads at once may import it. */
export function litInScriptTag(modules: Modules): string[] {
  const atOnce = ({typeOnly, dynamic}: Import) => !typeOnly && !dynamic;
  const loaded = new Set([scriptTag]);
  for (const file of loaded) for (const target of importsOf(modules, file, atOnce)) loaded.add(target);
  return [...loaded]
    .filter((file) =>
      modules.get(file)?.imports.some((found) => atOnce(found) && /^(lit|lit-\w+|@lit)(\/|$)/.test(found.target)),
    )
    .map((file) => `${file} imports lit, and ${scriptTag} loads it at once.`);
}

/** Only one module of src registers elements. */
export function registrations(modules: Modules): string[] {
  return [...modules]
    .filter(([file, {source}]) => file.startsWith('src/') && file !== registrar && registersElement(source))
    .map(([file]) => `${file} registers a custom element; only ${registrar} does.`);
}

function registersElement(source: ts.SourceFile): boolean {
  let found = false;
  walk(source, (node) => {
    found ||= isDefinition(node);
  });
  return found;
}

/** `customElements.define(…)`, also through `window` or `globalThis`. */
function isDefinition(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const {name, expression} = node.expression;
  const registry = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
  return name.text === 'define' && ts.isIdentifier(registry) && registry.text === 'customElements';
}
