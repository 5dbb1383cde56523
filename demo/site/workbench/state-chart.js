import {byId, element, shape} from '../dom/markup.js';
import {edges, nodes} from './state-layout.js';

/** @import {EngagementEvent} from '../component.js' */

/** Shows the component's states as a chart, and as a list for narrow screens and screen readers. */
export class StateChart {
  #items = new Map(Object.keys(nodes).map((name) => [name, element('li', {class: `state-${name}`}, name)]));
  #boxes = new Map(Object.entries(nodes).map(([name, place]) => [name, box(name, place)]));
  #lines = new Map(edges.map(({from, to, path}) => [`${from} ${to}`, shape('path', {class: 'edge', d: path})]));
  #cause = byId('state-cause');

  constructor() {
    byId('states').replaceChildren(...this.#items.values());
    byId('chart').append(...this.#lines.values(), ...this.#boxes.values());
    this.#mark('idle');
  }

  /** @param {EngagementEvent} event */
  note({detail: {from = '', to = '', cause}}) {
    this.#mark(to);
    for (const [name, line] of this.#lines) line.classList.toggle('live', name === `${from} ${to}`);
    this.#cause.textContent = `${from} → ${to} (${cause})`;
  }

  /** @param {string} current */
  #mark(current) {
    for (const [name, item] of this.#items) {
      if (name === current) item.setAttribute('aria-current', 'true');
      else item.removeAttribute('aria-current');
      this.#boxes.get(name)?.classList.toggle('live', name === current);
    }
  }
}

/**
 * @param {string} name
 * @param {{x: number, y: number}} place
 */
function box(name, {x, y}) {
  const rectangle = shape('rect', {x: x - 58, y: y - 19, width: 116, height: 38, rx: 19});
  const label = shape('text', {x, y: y + 5, 'text-anchor': 'middle'});
  label.append(name);
  const group = shape('g', {class: `node state-${name}`});
  group.append(rectangle, label);
  return group;
}
