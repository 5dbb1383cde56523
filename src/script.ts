import {scriptTag} from './script/load-file.js';
import {TagBeforeElement} from './script/tag-before-element.js';
import {version} from './tag/version.js';

type Command = readonly [command: unknown, ...args: unknown[]];

/** The page's one global: commands the widget, and may be called before the script has loaded. */
interface WebEngagementGlobal {
  (...command: Command): Promise<unknown>;
  readonly version?: string;
  /** Calls that were made before the script had loaded. */
  readonly q?: readonly (readonly [resolve: (result: unknown) => void, ...command: Command])[];
}

const page = globalThis as {WebEngagement?: WebEngagementGlobal};
const tagName = 'web-engagement';

/** Makes the tag that stands for the script; `data-x` on the script is `x` on the tag. */
function createTag({attributes}: HTMLScriptElement): HTMLElement {
  const tag = document.createElement(tagName);
  for (const {name, value} of attributes) {
    if (/^data-(?!on|style$)/.test(name)) tag.setAttribute(name.slice(5), value);
  }
  return tag;
}

const whenParsed: Promise<unknown> =
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, {once: true}))
    : Promise.resolve();

function takeCalls(tag: TagBeforeElement): void {
  const queued = typeof page.WebEngagement === 'function' ? (page.WebEngagement.q ?? []) : [];
  page.WebEngagement = Object.assign((...command: Command) => tag.call(...command), {version});
  for (const [resolve, ...command] of queued) resolve(tag.call(...command));
}

async function main(script: HTMLScriptElement): Promise<void> {
  if (script.dataset['accountId'] === undefined) await whenParsed;
  const own = document.querySelector<HTMLElement>(tagName);
  const tag = new TagBeforeElement(own ?? createTag(script), () => import('./script/element-file.js'), whenParsed);
  // What the page has said may be about the visitor, so it comes before the question.
  takeCalls(tag);
  tag.start();
}

if (page.WebEngagement?.version) {
  console.info(`<${tagName}>: version ${page.WebEngagement.version} is here already; the second script does nothing.`);
} else if (scriptTag) {
  void main(scriptTag);
}
