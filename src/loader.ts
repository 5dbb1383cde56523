import type {PageApi} from './tag/page-api.js';
import {attributeOf} from './tag/settings/attribute-name.js';
import {settings, type SettingName, type Settings} from './tag/settings/settings.js';

export type {PageApi} from './tag/page-api.js';

/** What is loaded, and the settings of the tag. */
export interface LoadOptions extends Partial<Settings> {
  /** Address of `web-engagement.js`, beside which the further files are. */
  readonly src: string | URL;
  /** Nonce of the page's Content Security Policy. */
  readonly nonce?: string;
}

type QueuedCall = readonly [resolve: (result: unknown) => void, ...command: unknown[]];
type Global = ((...command: unknown[]) => Promise<unknown>) & {readonly version?: string; q?: QueuedCall[]};

const page = globalThis as {WebEngagement?: Global};

let loading: Promise<PageApi> | undefined;

/**
 * Loads the script tag once per page, and gives its API. It does nothing on a server. After a failure it can be called
 * again.
 *
 * @param options address of the script, and the settings of the tag. A second call changes nothing.
 * @returns the API; undefined on a server
 * @throws Error, by a rejection, when the script cannot be loaded
 * @example
 * const engagement = await loadWebEngagement({src: 'https://cdn.example/web-engagement.js', accountId: '12345678',
 *   appInstallationId: '…'});
 * await engagement?.('set', 'entryPoints', ['sec://Sport']);
 */
export function loadWebEngagement(options: LoadOptions): Promise<PageApi | undefined> {
  if (typeof document === 'undefined') return Promise.resolve(undefined);
  loading ??= load(options).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load({src, nonce, ...given}: LoadOptions): Promise<PageApi> {
  if (!page.WebEngagement?.version) {
    const script = document.createElement('script');
    Object.assign(script, {async: true, src: String(src), ...(nonce && {nonce})});
    const call = installQueue();
    // Waits in the queue, because it may be about the visitor and so has to be known before the first question.
    for (const [name, value] of Object.entries(given)) {
      if (!writeAttribute(script, name as SettingName, value)) void call('set', name, value);
    }
    await append(script);
  }
  return ((...command: unknown[]) => page.WebEngagement?.(...command)) as PageApi;
}

/** Writes a setting as an attribute of the script. Returns false for one that is a property only. */
function writeAttribute(script: HTMLScriptElement, name: SettingName, value: unknown): boolean {
  if (value === undefined || value === false) return true;
  const isText = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (!isText || !Object.hasOwn(settings, name) || !settings[name].parse) return false;
  script.setAttribute(`data-${attributeOf(name)}`, value === true ? '' : String(value));
  return true;
}

/** Keeps the calls that are made before the script has loaded. */
function installQueue(): Global {
  const queue: Global = (...command) => new Promise((resolve) => (queue.q ??= []).push([resolve, ...command]));
  return (page.WebEngagement ??= queue);
}

function append(script: HTMLScriptElement): Promise<void> {
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => {
      script.remove();
      reject(new Error(`Expected the script of web-engagement at ${script.src}, got no answer`));
    });
    document.head.append(script);
  });
}
