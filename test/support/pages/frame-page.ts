import {standForTab} from './own-tab.js';
import {addFonts} from './page-fonts.js';

/** A page of a test's own, in a frame that stands for its tab. */
export interface FramePage {
  readonly window: Window & typeof globalThis;
  readonly document: Document;
  /** What its scripts wanted to open: address, target and features. Nothing is opened. */
  readonly opened: unknown[][];
  /** What was thrown in it, or rejected and not caught. */
  readonly problems: string[];
  /** Whether it is still the document that it was, at the address that it had. */
  isUnmoved(): boolean;
  close(): void;
}

const modules = {
  'web-engagement': '/src/element/define.ts',
  'engagement-timeline': '/src/timeline.ts',
};

export interface FramePageOptions {
  /** Element that the page knows. */
  readonly tag?: keyof typeof modules;
  /** In CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  /** Markup of the body. */
  readonly body?: string;
  readonly direction?: 'ltr' | 'rtl';
}

/** Opens a page in which the element is defined. */
export async function openFramePage(options: FramePageOptions = {}): Promise<FramePage> {
  const {tag = 'web-engagement', width = 600, height = 500, body = '', direction = 'ltr'} = options;
  const frame = document.createElement('iframe');
  Object.assign(frame.style, {border: '0', width: `${width}px`, height: `${height}px`});
  frame.title = 'Brand';
  frame.srcdoc = `<!doctype html><html lang="en" dir="${direction}"><head><title>Brand</title></head><body>${body}</body></html>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  await loaded;
  const page = frame.contentWindow as FramePage['window'];
  const {document: original, location} = page;
  const {href} = location;
  const opened: unknown[][] = [];
  const problems: string[] = [];
  page.open = (...request) => {
    opened.push(request);
    return null;
  };
  standForTab(page);
  page.addEventListener('error', ({message}) => problems.push(message));
  page.addEventListener('unhandledrejection', ({reason}) => problems.push(String(reason)));
  await addFonts(page);
  const script = original.createElement('script');
  Object.assign(script, {type: 'module', src: modules[tag]});
  original.head.append(script);
  await page.customElements.whenDefined(tag);
  return {
    window: page,
    document: original,
    opened,
    problems,
    isUnmoved: () => frame.contentDocument === original && frame.contentWindow?.location.href === href,
    close: () => frame.remove(),
  };
}
