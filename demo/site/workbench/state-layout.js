/** Centres of the states in the chart. */
export const nodes = {
  idle: {x: 66, y: 120},
  connecting: {x: 230, y: 120},
  unavailable: {x: 410, y: 30},
  expose: {x: 410, y: 90},
  conversation: {x: 410, y: 150},
  failed: {x: 410, y: 210},
  accepted: {x: 590, y: 60},
  dismissed: {x: 590, y: 120},
};

/** @typedef {keyof typeof nodes} StateName */

/** @type {[StateName, StateName][]} */
const pairs = [
  ['idle', 'connecting'],
  ['connecting', 'unavailable'],
  ['connecting', 'expose'],
  ['connecting', 'conversation'],
  ['connecting', 'failed'],
  ['unavailable', 'expose'],
  ['expose', 'conversation'],
  ['expose', 'accepted'],
  ['expose', 'dismissed'],
];

/** Common transitions. Every state can also go back to `connecting` or `idle`. */
export const edges = pairs.map(([from, to]) => ({from, to, path: curve(nodes[from], nodes[to])}));

/**
 * @param {{x: number, y: number}} from
 * @param {{x: number, y: number}} to
 */
function curve(from, to) {
  if (from.x === to.x) return `M${from.x} ${from.y + 19}V${to.y - 22}`;
  const [start, end] = [from.x + 58, to.x - 62];
  const middle = (start + end) / 2;
  return `M${start} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${end} ${to.y}`;
}
