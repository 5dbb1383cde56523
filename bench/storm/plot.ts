import type {Outcome} from './storm.js';

const size = {width: 620, height: 230, left: 56, right: 16, top: 34, bottom: 36};

/** The lines of both behaviours, and how they are told apart. */
const lines: Readonly<Record<Outcome['behaviour'], string>> = {
  'fixed ladder, every tab': 'fixed',
  'web-engagement': 'own',
};

const style = `
  text {font: 12px system-ui, sans-serif; fill: #24292f}
  .title {font-weight: 600}
  .tick {font-size: 10px; fill: #57606a}
  .axis {stroke: #8c959f}
  .outage {fill: #8c959f; opacity: 0.15}
  .capacity {stroke: #8c959f; stroke-dasharray: 3 3}
  .fixed {fill: none; stroke: #bc4c00}
  .own {fill: none; stroke: #0969da; stroke-width: 1.5}
  text.fixed {fill: #bc4c00; stroke: none}
  text.own {fill: #0969da; stroke: none}
  @media (prefers-color-scheme: dark) {
    text {fill: #e6edf3}
    .tick {fill: #9198a1}
    .own {stroke: #58a6ff}
    text.own {fill: #58a6ff}
    .fixed {stroke: #f0883e}
    text.fixed {fill: #f0883e}
  }
`;

/** What a picture shows. */
export interface Picture {
  readonly title: string;
  /** In ms from the beginning. */
  readonly outage: number;
  readonly capacity: number;
  readonly outcomes: readonly Outcome[];
}

/** Draws the requests of each second, on a logarithmic axis. The outage is grey, and a dashed line is the capacity. */
export function plotStorm({title, outage, capacity, outcomes}: Picture): string {
  const seconds = Math.max(...outcomes.map(({requests}) => requests.length));
  const most = Math.max(...outcomes.flatMap(({requests}) => requests));
  const bottom = size.height - size.bottom;
  const x = (second: number): number => round(size.left + (second / seconds) * (size.width - size.left - size.right));
  const y = (count: number): number => round(bottom - (Math.log1p(count) / Math.log1p(most)) * (bottom - size.top));
  const parts = [
    `<text class="title" x="${size.left}" y="16">${title}</text>`,
    `<rect class="outage" x="${x(0)}" y="${size.top}" width="${round(x(outage / 1_000) - x(0))}" height="${bottom - size.top}"/>`,
    Number.isFinite(capacity) ? rule('capacity', y(capacity), 'capacity') : '',
    ...outcomes.map(({behaviour, requests}) => drawLine(lines[behaviour], requests, x, y)),
    ...outcomes.map(({behaviour}, index) => legend(lines[behaviour], behaviour, index)),
    `<line class="axis" x1="${size.left}" y1="${bottom}" x2="${size.width - size.right}" y2="${bottom}"/>`,
    ...powersOfTen(most).map(
      (count) =>
        `<text class="tick" text-anchor="end" x="${size.left - 6}" y="${y(count) + 3}">${count.toLocaleString('en')}</text>`,
    ),
    ...ticks(seconds).map(
      (second) => `<text class="tick" text-anchor="middle" x="${x(second)}" y="${bottom + 14}">${second}</text>`,
    ),
    `<text class="tick" x="${size.left}" y="${size.height - 6}">requests per second, by seconds from the beginning</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" role="img" aria-label="${title}">
<style>${style}</style>
${parts.filter(Boolean).join('\n')}
</svg>
`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

function drawLine(
  name: string,
  requests: readonly number[],
  x: (second: number) => number,
  y: (count: number) => number,
): string {
  const points = requests.map((count, second) => `${x(second)},${y(count)}`).join(' ');
  return `<polyline class="${name}" points="${points}"/>`;
}

function rule(name: string, y: number, label: string): string {
  const right = size.width - size.right;
  return `<line class="${name}" x1="${size.left}" y1="${y}" x2="${right}" y2="${y}"/><text class="tick" text-anchor="end" x="${right}" y="${y - 4}">${label}</text>`;
}

function legend(name: string, behaviour: string, index: number): string {
  return `<text class="${name}" text-anchor="end" x="${size.width - size.right}" y="${16 + index * 14}">${behaviour}</text>`;
}

function powersOfTen(most: number): readonly number[] {
  return Array.from({length: Math.floor(Math.log10(Math.max(1, most))) + 1}, (_, power) => 10 ** power);
}

/** Times that are written below the axis, about six of them. */
function ticks(seconds: number): readonly number[] {
  const step = [10, 30, 60, 120, 300].find((each) => seconds / each <= 7) ?? 600;
  return Array.from({length: Math.floor(seconds / step) + 1}, (_, index) => index * step);
}
