import {warn} from '../tag/console.js';
import type * as arrivalFile from './arrival-file.js';
import type {ArrivingPage, PageSettings} from './arrival-file.js';
import {knowsFolder, scriptTag} from './load-file.js';
import {mark} from './page-place.js';
import {TagBeforeElement, type ShowingFiles} from './before-element/tag-before-element.js';

const tagName = 'web-engagement';

type Command = readonly unknown[];

/** Loads the files that come after the first one. */
export interface FurtherFiles extends ShowingFiles {
  readonly arrival: () => Promise<typeof arrivalFile>;
}

/** Settings that say what the widget is about, as attributes and as properties. */
const subject = /^((account|app-?installation|visit)-?id|(handoff|notifications)-?url|sources|session)$/i;

/**
 * The one widget of a page: begins when the page has said what it is about, and carries out the page's commands. Most
 * pages say it by the script's attributes. What the others need is in a file of its own.
 */
export class PageWidget implements ArrivingPage {
  readonly #files: FurtherFiles;
  readonly #parsed: Promise<unknown>;
  #tag: TagBeforeElement | undefined;
  /** The tag itself. */
  element: HTMLElement | undefined;
  /** Resolves with the first tag. */
  readonly #begun: Promise<TagBeforeElement>;
  /** Whether the page has said by commands what the widget is about. */
  #isTold = false;
  /** Begins with what the page says late. */
  #beginLate: (() => void) | undefined;
  #resolve!: (tag: TagBeforeElement) => void;
  #reject!: (problem: Error) => void;

  /** @param parsed resolves when the page has its whole body */
  constructor(files: FurtherFiles, parsed: Promise<unknown>) {
    this.#files = files;
    this.#parsed = parsed;
    this.#begun = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#begun.catch(() => undefined);
  }

  get tag(): TagBeforeElement | undefined {
    return this.#tag;
  }

  /** Carries out a command of the page. A page that does not wait for the result has nothing to handle. */
  call(...command: Command): Promise<unknown> {
    const result = this.#carryOut(command);
    result.catch(() => undefined);
    return result;
  }

  /** Begins with the script's attributes, or with the tag that the page has or will have. */
  async begin(attributes: PageSettings): Promise<void> {
    if (!this.#knowsFiles(attributes)) return;
    const hasSubject = Object.keys(attributes).some((name) => subject.test(name));
    if (!hasSubject) await this.#parsed;
    // A saved page has the tag that an earlier version of this script had made, still hidden.
    else document.querySelector(`${tagName}[hidden]`)?.remove();
    const own = document.querySelector<HTMLElement>(`${tagName}:not([${mark}])`);
    if (own || hasSubject || this.#isTold) this.start(own ?? document.createElement(tagName), attributes);
    else if (!this.#tag) {
      this.#beginLate = () => void this.begin(attributes);
      (await this.#files.arrival()).waitForTag(this, attributes, warn);
    }
  }

  /** Begins with this tag, unless there is another one on the page. */
  start(tag: HTMLElement, attributes: PageSettings): void {
    if (this.#tag && !this.#tag.isGone) return;
    for (const [name, value] of Object.entries(attributes)) tag.setAttribute(name, String(value));
    this.element = tag;
    const widget = (this.#tag = new TagBeforeElement(tag, this.#files, this.#parsed));
    this.#resolve(widget);
    // What the page says in one go may be about the visitor, so it comes before the question.
    void Promise.resolve().then(() => widget.start());
  }

  async #carryOut(command: Command): Promise<unknown> {
    if (command[0] === 'init') return this.#init((command[1] ?? {}) as PageSettings);
    if (command[0] === 'diagnose') return (await this.#files.arrival()).diagnose(this);
    if (command[0] === 'set' && subject.test(String(command[1]))) {
      this.#isTold = true;
      this.#beginLate?.();
    }
    return (this.#tag ?? (await this.#begun)).call(command);
  }

  async #init(settings: PageSettings): Promise<void> {
    if (!this.#knowsFiles(settings)) return;
    const {init} = await this.#files.arrival();
    return init(this, settings, warn, scriptTag);
  }

  /** Whether it is known where the further files are. If not, what the page calls rejects. */
  #knowsFiles({base}: PageSettings): boolean {
    if (knowsFolder(base)) return true;
    const problem = `Cannot tell where the script is; write data-base="…" on it, or base in WebEngagement('init', {…})`;
    warn(problem);
    this.#reject(new Error(problem));
    return false;
  }
}
