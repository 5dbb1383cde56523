import {repeatsOf, toFrameLine} from './frame-line.js';
import {element, pretty} from './markup.js';

/**
 * @import {Exchange} from '../sandbox/exchange-log.js'
 * @import {Frame} from '../sandbox/genesys/frame-log.js'
 * @import {EngagementEvent, NoticeDetail, Problem} from './component.js'
 * @typedef {{key: string, within: number}} Repeats
 *   Lines of one key that come within so many ms of each other are shown as one.
 * @typedef {{
 *   at: number, kind: string, badge: string, title: string,
 *   outcome?: {isGood: boolean, isWaiting?: boolean, text: string}, notes?: string[], repeats?: Repeats
 * }} Line
 * @typedef {[string, unknown][]} Details
 * @typedef {{entry: HTMLElement, count: number, at: number}} Run
 */

const longestTimeline = 100;

/** The newest thing that happened stands on top; the newest request is open. */
export class Timeline {
  /** @type {HTMLElement} */ #list;
  /** @type {HTMLDetailsElement | undefined} */ #newest;
  /** @type {Map<string, Run>} */ #runs = new Map();
  /** @type {HTMLElement | undefined} */ #call;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#list = list;
  }

  clear() {
    this.#list.replaceChildren();
    this.#runs.clear();
  }

  addPage() {
    this.#add({at: Math.round(performance.timeOrigin), kind: 'page', badge: 'page', title: 'The page was loaded'});
  }

  /** @param {Exchange} exchange */
  addExchange({at, method, path, query, body, status, answer}) {
    const {vid, sid} = query;
    const [, isExternal, name] = /(\/external)?(\/[^/]*)$/.exec(path) ?? [];
    const title = `${isExternal ?? ''}${name}`;
    const notes = [isExternal ? 'from the brand’s server' : `vid ${vid ?? 'none'}, sid ${sid ?? 'none'}`];
    const line = {at, kind: 'request', badge: method, title, notes, outcome: outcomeOf(status)};
    const entry = this.#add(line, [
      ['Address', address(path, query)],
      ['Sent', body],
      ['Answered', answer],
    ]);
    this.#newest?.removeAttribute('open');
    this.#newest = entry.querySelector('details') ?? undefined;
    this.#newest?.setAttribute('open', '');
  }

  /** @param {Frame} frame */
  addFrame(frame) {
    const {direction, transport} = frame;
    const isCall = transport === 'gateway' || transport === 'notify';
    if (isCall && direction === 'out') {
      this.#addAnswer(frame);
      return;
    }
    const {line, details} = toFrameLine(frame);
    // A new session waits on a line of its own.
    if (line.title === '/meta/handshake') this.#runs.delete(`${transport} /meta/connect`);
    const entry = this.#add(line, details);
    if (isCall) this.#call = entry;
  }

  /**
   * The page itself hands messages over to the component.
   *
   * @param {string} way
   * @param {unknown} messages
   */
  addHandover(way, messages) {
    const repeats = repeatsOf(way, messages);
    const line = {at: Date.now(), kind: 'event', badge: 'page', title: way, notes: ['to the component'], repeats};
    this.#add(line, [['Handed over', messages]]);
  }

  /** @param {EngagementEvent} event */
  addEvent({at, type, detail}) {
    const name = type.replace('engagement-', '');
    const {from, to, attempt, delay, offer} = detail;
    if (name === 'statechange') {
      const title = `${from} → ${to}`;
      const repeats = {key: `state ${title}`, within: 100};
      this.#add({at, kind: 'state', badge: 'state', title, notes: [`because: ${detail.cause}`], repeats});
    } else if (name === 'retry') {
      const title = `${seconds(delay)} until request ${attempt}`;
      this.#add({at, kind: 'pause', badge: 'pause', title, notes: detail.cause ? [sentence(detail.cause)] : []});
    } else if (name === 'error') {
      const {name: title = type, message = ''} = detail.error ?? {};
      this.#add({at, kind: 'error', badge: 'error', title, notes: [message]});
    } else if (name === 'notification') {
      this.#addNotice(at, detail);
    } else {
      this.#add({at, kind: 'event', badge: 'event', title: type}, offer ? [['Offer', offer]] : []);
    }
  }

  /**
   * The gateway answers one call after the other.
   *
   * @param {Frame} answer
   */
  #addAnswer({status = 0, frame}) {
    this.#call?.querySelector('.status')?.remove();
    this.#call?.querySelector('.note')?.before(chip(outcomeOf(status)));
    this.#call?.querySelector('dl')?.append(...parts([['Answered', frame]]));
    this.#call = undefined;
  }

  /**
   * @param {number} at
   * @param {NoticeDetail} notice
   */
  #addNotice(at, notice) {
    const {type, outcome, reason, engagementId} = notice;
    const repeats = {key: `notice ${type} ${outcome} ${reason} ${engagementId}`, within: 10_000};
    const notes = reason ? [reason] : [];
    this.#add({at, kind: 'notification', badge: 'notification', title: `${type}: ${outcome}`, notes, repeats}, [
      ['engagement-notification', notice],
    ]);
  }

  /**
   * @param {Line} line
   * @param {Details} details
   */
  #add(line, details = []) {
    const run = this.#findRun(line);
    if (run) {
      run.count++;
      run.at = line.at;
      recount(run, details);
      return run.entry;
    }
    const content = details.length > 0 ? folded(line, details) : plain(line);
    const entry = element('li', {class: `entry ${line.kind}`, 'data-at': String(line.at)}, content);
    if (line.repeats) this.#runs.set(line.repeats.key, {entry, count: 1, at: line.at});
    // The server's news of a request comes later than the component's news of its answer.
    const earlier = [...this.#list.children].find((other) => Number(other.getAttribute('data-at')) <= line.at);
    this.#list.insertBefore(entry, earlier ?? null);
    if (this.#list.children.length > longestTimeline) this.#list.lastElementChild?.remove();
    return entry;
  }

  /** @param {Line} line */
  #findRun({at, repeats}) {
    const run = this.#runs.get(repeats?.key ?? '');
    return run?.entry.isConnected && at - run.at <= (repeats?.within ?? 0) ? run : undefined;
  }
}

/**
 * Changes as little as possible, so that an entry that is open or has the focus stays so.
 *
 * @param {Run} run
 * @param {Details} details
 */
function recount({entry, count}, details) {
  const text = `×${count}`;
  const counter = entry.querySelector('.count');
  if (counter) counter.textContent = text;
  else entry.querySelector('.what')?.after(element('span', {class: 'count'}, text));
  entry.querySelector('dl')?.replaceChildren(...parts(details));
}

/**
 * @param {Line} line
 * @param {Details} details
 */
function folded(line, details) {
  return element('details', {}, element('summary', {}, ...cells(line)), element('dl', {}, ...parts(details)));
}

/** @param {Details} details */
function parts(details) {
  return details.map(([name, value]) => {
    const isAbsent = value === '' || value === undefined;
    const content = isAbsent
      ? element('p', {class: 'muted'}, 'nothing')
      : element('pre', {class: 'code'}, pretty(value));
    return element('div', {}, element('dt', {}, name), element('dd', {}, content));
  });
}

/** @param {Line} line */
function plain(line) {
  return element('div', {class: 'line'}, ...cells(line));
}

/** @param {Line} line */
function cells({at, badge, title, outcome, notes = []}) {
  const head = [
    element('time', {datetime: new Date(at).toISOString()}, clock(at)),
    element('span', {class: 'badge'}, badge),
    element('span', {class: 'what'}, title),
  ];
  return [...head, ...(outcome ? [chip(outcome)] : []), ...notes.map((note) => element('span', {class: 'note'}, note))];
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
function outcomeOf(status) {
  const isWaiting = status === 202;
  return {isGood: status >= 200 && status < 300, isWaiting, text: status === 0 ? 'no answer' : String(status)};
}

/** @param {Required<Line>['outcome']} outcome */
function chip({isGood, isWaiting, text}) {
  const kind = isWaiting ? 'waiting' : isGood ? 'good' : 'bad';
  return element('span', {class: `status ${kind}`}, text);
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
