import {element, pretty} from './markup.js';

/**
 * @import {Exchange} from './sandbox-client.js'
 * @import {EngagementEvent, Problem} from './component.js'
 * @typedef {{at: number, kind: string, badge: string, title: string, status?: HTMLElement, notes?: string[]}} Line
 * @typedef {[string, unknown][]} Details
 */

const longestTimeline = 100;

/** The newest thing that happened stands on top; the newest request is open. */
export class Timeline {
  /** @type {HTMLElement} */ #list;
  /** @type {HTMLDetailsElement | undefined} */ #newest;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  clear() {
    this.#list.replaceChildren();
  }

  addPage() {
    this.#add({at: Math.round(performance.timeOrigin), kind: 'page', badge: 'page', title: 'The page was loaded'});
  }

  /** @param {Exchange} exchange */
  addExchange({at, method, path, query, body, status, answer}) {
    const {vid, sid} = query;
    const title = `/${path.split('/').at(-1)}`;
    const notes = [`vid ${vid ?? 'none'}, sid ${sid ?? 'none'}`];
    const line = {at, kind: 'request', badge: method, title, notes, status: statusChip(status)};
    const entry = this.#add(line, [
      ['Address', address(path, query)],
      ['Sent', body],
      ['Answered', answer],
    ]);
    this.#newest?.removeAttribute('open');
    this.#newest = entry.querySelector('details') ?? undefined;
    this.#newest?.setAttribute('open', '');
  }

  /** @param {EngagementEvent} event */
  addEvent({at, type, detail}) {
    const name = type.replace('engagement-', '');
    const {from, to, attempt, delay, offer} = detail;
    if (name === 'statechange') {
      this.#add({at, kind: 'state', badge: 'state', title: `${from} → ${to}`, notes: [`because: ${detail.cause}`]});
    } else if (name === 'retry') {
      const title = `${seconds(delay)} until request ${attempt}`;
      this.#add({at, kind: 'pause', badge: 'pause', title, notes: detail.cause ? [sentence(detail.cause)] : []});
    } else if (name === 'error') {
      const {name: title = type, message = ''} = detail.error ?? {};
      this.#add({at, kind: 'error', badge: 'error', title, notes: [message]});
    } else {
      this.#add({at, kind: 'event', badge: 'event', title: type}, offer ? [['Offer', offer]] : []);
    }
  }

  /**
   * @param {Line} line
   * @param {Details} details
   */
  #add(line, details = []) {
    const content = details.length > 0 ? folded(line, details) : plain(line);
    const entry = element('li', {class: `entry ${line.kind}`, 'data-at': String(line.at)}, content);
    // The server's news of a request comes later than the component's news of its answer.
    const earlier = [...this.#list.children].find((other) => Number(other.getAttribute('data-at')) <= line.at);
    this.#list.insertBefore(entry, earlier ?? null);
    if (this.#list.children.length > longestTimeline) this.#list.lastElementChild?.remove();
    return entry;
  }
}

/**
 * @param {Line} line
 * @param {Details} details
 */
function folded(line, details) {
  const parts = details.map(([name, value]) => {
    const isAbsent = value === '' || value === undefined;
    const content = isAbsent
      ? element('p', {class: 'muted'}, 'nothing')
      : element('pre', {class: 'code'}, pretty(value));
    return element('div', {}, element('dt', {}, name), element('dd', {}, content));
  });
  return element('details', {}, element('summary', {}, ...cells(line)), element('dl', {}, ...parts));
}

/** @param {Line} line */
function plain(line) {
  return element('div', {class: 'line'}, ...cells(line));
}

/** @param {Line} line */
function cells({at, badge, title, status, notes = []}) {
  const head = [
    element('time', {datetime: new Date(at).toISOString()}, clock(at)),
    element('span', {class: 'badge'}, badge),
    element('span', {class: 'what'}, title),
  ];
  return [...head, ...(status ? [status] : []), ...notes.map((note) => element('span', {class: 'note'}, note))];
}

/**
 * @param {string} path
 * @param {Record<string, string>} query
 */
function address(path, query) {
  const parts = Object.entries(query).map(([name, value]) => `${name}=${value}`);
  return parts.length > 0 ? `${path}\n  ?${parts.join('\n  &')}` : path;
}

/** @param {number} status */
function statusChip(status) {
  const kind = status >= 200 && status < 300 && status !== 202 ? 'good' : status === 202 ? 'waiting' : 'bad';
  return element('span', {class: `status ${kind}`}, status === 0 ? 'no answer' : String(status));
}

/** @param {number} at */
function clock(at) {
  return new Date(at).toLocaleTimeString('en-GB', {timeStyle: 'medium'}) + `.${String(at % 1000).padStart(3, '0')}`;
}

/** @param {number} [delay] */
function seconds(delay = 0) {
  return `${(delay / 1000).toFixed(1)} s`;
}

/** @param {Problem | string} [problem] */
function sentence(problem) {
  return problem instanceof Error ? `${problem.name}: ${problem.message}` : String(problem);
}
