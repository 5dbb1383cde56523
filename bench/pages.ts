import type {Sandbox} from '../demo/sandbox/sandbox.js';

/** A page whose cost is measured. */
export interface BenchPage {
  readonly name: string;
  /** Markup that is added to the empty page, for the origin of a platform. */
  readonly script?: (platform: string) => string;
  /** Whether the visitor has been on the page before. The cache is empty all the same. */
  readonly isReturn?: boolean;
}

const vanilla = (platform: string): string =>
  `<script defer src="/vanilla.js" data-host="${platform}" data-account="offer"></script>`;

const scriptTag = (account: string) => (platform: string) =>
  `<script async src="/web-engagement.js" data-account-id="${account}" data-app-installation-id="bench"
    data-api-host="${platform}"></script>`;

/** In the order of the table. The others are divided by the first one. */
export const pages: readonly BenchPage[] = [
  {name: 'empty'},
  {name: 'floor: vanilla, offer', script: vanilla},
  {name: 'script tag, no offer', script: scriptTag('no-offer')},
  {name: 'script tag, offer', script: scriptTag('offer')},
  {name: 'script tag, offer, returning visitor', script: scriptTag('offer'), isReturn: true},
];

/** Chooses what the accounts of the sandbox answer. */
export async function prepareAccounts({url}: Sandbox): Promise<void> {
  for (const [account, name] of [
    ['offer', 'expose'],
    ['no-offer', 'unavailable'],
  ]) {
    await fetch(`${url}/sandbox/${account}/scenario`, {method: 'PUT', body: JSON.stringify({name})});
  }
}

/** The markup of a page. All pages carry the same observers, including the empty one. */
export function markup({script}: BenchPage, platform: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Brand</title>
<link rel="icon" href="data:,">
<script>
  notes = {shift: 0, longTasks: 0, visible: null};
  const observe = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
  observe('layout-shift', ({value}) => (notes.shift += value));
  observe('longtask', () => notes.longTasks++);
  document.addEventListener('engagement-shown', () => (notes.visible ??= performance.now()));
</script>
<body>
<h1>Brand</h1>
${'<p>A paragraph of a page that has something to read, and to move if anything pushes it.</p>\n'.repeat(30)}
${script?.(platform) ?? ''}`;
}
