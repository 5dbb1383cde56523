import {NetworkError} from '../http/errors.js';
import {warn} from '../tag/console.js';
import {version} from '../tag/version.js';

/** Whether other files import it, so that there must be no second copy. */
const isImported = (name: string): boolean => name === 'card' || name === 'attendance';

const isNamed = (address: string): boolean => /\/web-engagement\.js(?=$|[?#])/.test(address);

/** The tag that loaded this script, or, where nobody can say, the last one that loads a file of its name. */
export const scriptTag: HTMLScriptElement | undefined = findScript();

function findScript(): HTMLScriptElement | undefined {
  // An image named `currentScript` hides the document's property, but not its getter.
  const script: unknown = Reflect.get(Document.prototype, 'currentScript', document);
  if (script instanceof HTMLScriptElement) return script;
  return [...document.querySelectorAll('script')].findLast(({src}) => isNamed(src));
}

/** Beside this address are the other files; it is empty when nothing tells it, as nothing is beside a blob. */
let base = scriptTag?.src.replace(/^(blob|data):.*/, '') || findAddress();

function findAddress(): string {
  const names = performance.getEntriesByType('resource').map(({name}) => name);
  return names.findLast(isNamed) ?? '';
}

/** Says in which folder the other files are, if the page says so, and returns whether that is known. */
export function knowsFolder(folder: unknown): boolean {
  if (typeof folder === 'string') base = new URL(folder.endsWith('/') ? folder : `${folder}/`, document.baseURI).href;
  return !!base;
}

/** How often each file could not be loaded. */
const failures: Record<string, number> = {};

/**
 * Loads another file of the script tag. The build puts it in the place of `import()`, because a classic script cannot be
 * split as modules can. The name carries the version, so that files of two versions never meet.
 *
 * @throws NetworkError when it does not come, or the error of the file itself, by a rejection
 */
export async function loadFile<Module>(name: string): Promise<Module> {
  const {href} = new URL(`web-engagement-${name}-${version}.js`, base);
  const failed = failures[name] ?? 0;
  try {
    // Firefox remembers that an address could not be imported.
    return (await import(failed && !isImported(name) ? `${href}?retry=${failed}` : href)) as Module;
  } catch (error) {
    // Two who need it may have asked at once.
    if (!failures[name]) warn(`Cannot load ${href}; data-base="…" names its folder`);
    failures[name] = failed + 1;
    // Browsers tell by their words alone that nothing came.
    throw /^TypeError.*module/.test(String(error)) ? new NetworkError(`GET ${href}`, {cause: error}) : error;
  }
}
