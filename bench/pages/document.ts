import type {BenchPage} from './page.js';

const paragraph = '<p>A paragraph of a page that has something to read, and to move if anything pushes it.</p>\n';

/** The whole page. All pages carry the same observers, including the empty one. */
export function documentOf({markup, sight}: BenchPage, origin: string): string {
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
  const see = ([{isIntersecting}]) => isIntersecting && (notes.visible ??= performance.now());
  const look = (find) => {
    const found = find();
    if (found) new IntersectionObserver(see).observe(found);
    else requestAnimationFrame(() => look(find));
  };
  const findCard = () => document.querySelector('web-engagement')?.shadowRoot?.querySelector('.card[data-open]');
  document.addEventListener('engagement-show', () => look(findCard));
  document.addEventListener('engagement-shown', () => (notes.visible ??= performance.now()));
${sight === undefined ? '' : watch(sight)}</script>
<body>
<h1>Brand</h1>
${paragraph.repeat(30)}
${markup?.(origin) ?? ''}`;
}

/** Looks for an element in every frame, because no event reports it, and waits until it is in view. */
function watch(sight: string): string {
  return `  look(() => ${sight});
`;
}
