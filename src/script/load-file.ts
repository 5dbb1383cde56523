/** The tag that loaded this script. An image named `currentScript` hides the document's property, but not its getter. */
export const scriptTag: HTMLScriptElement | undefined = findScript();

function findScript(): HTMLScriptElement | undefined {
  const script: unknown = Reflect.get(Document.prototype, 'currentScript', document);
  return script instanceof HTMLScriptElement ? script : undefined;
}

/**
 * Loads another file of the script tag, from beside the script. The build puts it in the place of `import()`, because a
 * classic script cannot be split as modules can. The address must be absolute, because a script of another origin has no
 * base that a relative one could start from.
 */
export function loadFile<Module>(name: string): Promise<Module> {
  return import(new URL(`web-engagement-${name}.js`, scriptTag?.src).href) as Promise<Module>;
}
