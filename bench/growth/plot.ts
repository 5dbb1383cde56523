import type {Figures, Subject} from './subject.js';

const panel = {width: 260, height: 190, left: 16, right: 28, top: 44, bottom: 40};

const style = `
  text {font: 12px system-ui, sans-serif; fill: #24292f}
  .title {font-weight: 600}
  .tick {font-size: 10px; fill: #57606a}
  .axis {stroke: #8c959f}
  .linear {stroke: #8c959f; stroke-dasharray: 3 3}
  .line {fill: none; stroke: #0969da; stroke-width: 2}
  circle {fill: #0969da}
  @media (prefers-color-scheme: dark) {
    text {fill: #e6edf3}
    .tick {fill: #9198a1}
    .line {stroke: #58a6ff}
    circle {fill: #58a6ff}
  }
`;

/** Draws a picture with a panel for each measure. Both axes are logarithmic: a dashed line shows what linear growth would be. */
export function plot({counted, counts, measures}: Subject, figures: Figures): string {
  const panels = measures.map((measure, index) => {
    const values = figures.map((list) => list[index] ?? NaN);
    return `<g transform="translate(${index * panel.width} 0)">${drawPanel(measure, counted, counts, values)}</g>`;
  });
  const size = `width="${panel.width * measures.length}" height="${panel.height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" aria-label="${measures.join(', ')} by ${counted}">
<style>${style}</style>
${panels.join('\n')}
</svg>
`;
}

function drawPanel(measure: string, counted: string, counts: readonly number[], values: readonly number[]): string {
  const x = scale(counts, panel.left, panel.width - panel.right);
  const bottom = panel.height - panel.bottom;
  // Half as steep as the other axis at most, so that a small change looks like one.
  const span = Math.max(logSpan(values), logSpan(counts) / 2);
  const y = scale(values, bottom - 8, panel.top, span);
  const points = values.map((value, index) => ({count: counts[index] ?? NaN, value}));
  const path = points.map(({count, value}) => `${x(count)},${y(value)}`).join(' ');
  return [
    `<text class="title" x="${panel.left}" y="16">${measure}</text>`,
    `<line class="axis" x1="${panel.left}" y1="${bottom}" x2="${panel.width - panel.right}" y2="${bottom}"/>`,
    linear(counts, values, [x, y], span),
    `<polyline class="line" points="${path}"/>`,
    ...points.map(({count, value}) => drawPoint(x(count), y(value), value)),
    ...counts.map((count) => tick(x(count), bottom + 14, count)),
    `<text class="tick" x="${panel.left}" y="${panel.height - 8}">${counted}</text>`,
  ].join('');
}

function drawPoint(x: number, y: number, value: number): string {
  return `<circle cx="${x}" cy="${y}" r="3"/>${tick(x, y - 8, value)}`;
}

function tick(x: number, y: number, value: number): string {
  const digits = value < 10 && !Number.isInteger(value) ? 1 : 0;
  return `<text class="tick" text-anchor="middle" x="${x}" y="${y}">${Number(value.toFixed(digits)).toLocaleString('en')}</text>`;
}

type Scale = (value: number) => number;

/** What grows with the counts from the first figure on, as far as it fits. `span` is that of the figures' axis. */
function linear(
  counts: readonly number[],
  values: readonly number[],
  [x, y]: readonly [Scale, Scale],
  span: number,
): string {
  const [count = 1] = counts;
  const first = atLeastOne(values[0] ?? 1);
  const top = Math.min(...values.map(atLeastOne)) * Math.exp(span);
  const end = Math.min(Math.max(...counts) / count, top / first);
  return `<line class="linear" x1="${x(count)}" y1="${y(first)}" x2="${x(count * end)}" y2="${y(first * end)}"/>`;
}

function atLeastOne(value: number): number {
  return Math.max(value, 1);
}

/** How far apart the logarithms of some values are. What is less than 1 counts as 1. */
function logSpan(values: readonly number[]): number {
  const logs = values.map((value) => Math.log(atLeastOne(value)));
  return Math.max(...logs) - Math.min(...logs);
}

/** A logarithmic scale. */
function scale(values: readonly number[], from: number, to: number, span = logSpan(values)): Scale {
  const least = Math.log(Math.min(...values.map(atLeastOne)));
  return (value) => {
    const share = (Math.log(atLeastOne(value)) - least) / span;
    return Math.round((from + share * (to - from)) * 10) / 10;
  };
}
