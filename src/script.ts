import {scriptTag} from './script/load-file.js';
import type {PageSettings} from './script/arrival-file.js';
import {PageWidget, type FurtherFiles} from './script/page-widget.js';
import type {PageApi} from './tag/page-api.js';
import {version} from './tag/version.js';

export type {PageApi};

declare global {
  /** Commands the widget of the script tag. */
  var WebEngagement: PageApi;
}

type Command = readonly [command: unknown, ...args: unknown[]];

/** The page's one global: commands the widget, and may be called before the script has loaded. */
interface WebEngagementGlobal {
  (...command: Command): Promise<unknown>;
  readonly version?: string;
  /** Calls that were made before the script had loaded. */
  readonly q?: Partial<
    Pick<readonly (readonly [resolve: (result: unknown) => void, ...command: Command])[], 'forEach'>
  >;
}

/** The script's attributes; `data-x` is `x` on the tag. */
function attributesOf(script: HTMLScriptElement): PageSettings {
  const data = [...script.attributes].filter(({name}) => /^data-(?!on\w|style$)/.test(name));
  return Object.fromEntries(data.map(({name, value}) => [name.slice(5), value]));
}

const whenParsed: Promise<unknown> =
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}))
    : Promise.resolve();

const furtherFiles: FurtherFiles = {
  card: () => import('./script/card-file.js'),
  // It imports the others, which would not be asked for before it has come.
  element: async () => {
    const imported = [import('./script/card-file.js'), import('./script/attendance-file.js')];
    return (await Promise.all([import('./script/element-file.js'), ...imported]))[0];
  },
  arrival: () => import('./script/arrival-file.js'),
};

function main(settings: PageSettings): void {
  // A frame, a form or an image of that name is no function.
  const {WebEngagement: named} = globalThis as {WebEngagement?: WebEngagementGlobal};
  const before = named instanceof Function ? named : undefined;
  if (before?.version) return void before('init', settings);
  const widget = new PageWidget(furtherFiles, whenParsed);
  const value: WebEngagementGlobal = Object.assign((...command: Command) => widget.call(...command), {version});
  // A variable of the page's cannot be made configurable, and one that it has locked stays.
  Reflect.defineProperty(globalThis, 'WebEngagement', {value, writable: true, enumerable: true});
  // What the page calls by this name may have a `q` of another kind.
  before?.q?.forEach?.(([resolve, ...command]) => resolve(widget.call(...command)));
  void widget.begin(settings);
}

main(scriptTag ? attributesOf(scriptTag) : {});
