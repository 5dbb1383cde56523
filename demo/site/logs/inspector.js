import {makeCopyButton} from '../dom/copy-button.js';
import {element} from '../dom/markup.js';
import {Attempts} from './attempts.js';
import {toCurl} from './curl.js';
import {repeatsOf, toFrameLine} from './frame-line.js';
import {chip, note, parts} from './log-line.js';
import {LogList} from './log-list.js';
import {outcomeOf, toRequestLine} from './request-line.js';
import {pageClock, script} from '../shop-frame.js';

/**
 * @import {LoggedRequest} from '../../sandbox/liveperson/request-log.js'
 * @import {Frame} from '../../sandbox/genesys/visits/frame-log.js'
 * @import {EngagementEvent} from '../component.js'
 */

/** Lists the requests, answers and frames between the component and the platforms. The newest request is open. */
export class Inspector {
  #log;
  #attempts = new Attempts();
  /** The entry of the newest request. @type {HTMLElement | undefined} */ #newest;
  /** The last handshake and its entry. @type {{at: number, entry: HTMLElement} | undefined} */ #handshake;
  /** The entry of a call that has no answer yet. @type {HTMLElement | undefined} */ #call;

  /** @param {HTMLElement} list */
  constructor(list) {
    this.#log = new LogList(list);
  }

  clear() {
    this.#log.clear();
  }

  /** @param {EngagementEvent} event */
  noteEvent(event) {
    this.#attempts.note(event);
    if (event.type === 'engagement-retry') this.#showPause();
  }

  /** @param {LoggedRequest} request */
  addRequest(request) {
    const {at, path} = request;
    const {line, details} = toRequestLine(request, this.#attempts.numberAt(at));
    const entry = this.#log.add(line, details);
    entry.querySelector('details')?.append(curlButton(request));
    this.#newest?.querySelector('details')?.removeAttribute('open');
    this.#newest = entry;
    entry.querySelector('details')?.setAttribute('open', '');
    if (!/\/app\/.*\/engagement$/.test(path)) return;
    this.#handshake = {at, entry};
    this.#showPause();
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
    // A new session gets an entry of its own for its long polls.
    if (line.title === '/meta/handshake') this.#log.endRun(`${transport} /meta/connect`);
    const entry = this.#log.add(line, details);
    if (isCall) this.#call = entry;
  }

  /**
   * Adds messages that the page itself passes to the component.
   *
   * @param {string} way such as `postMessage()`
   * @param {unknown} messages
   */
  addHandover(way, messages) {
    const repeats = repeatsOf(way, messages);
    const line = {at: pageClock.realNow(), kind: 'event', badge: 'page', title: way, notes: ['to the component']};
    this.#log.add({...line, repeats}, [['Passed on', messages]]);
  }

  /** Shows the pause after the last handshake. Its event may come before or after the request. */
  #showPause() {
    const {at = 0, entry} = this.#handshake ?? {};
    const pause = this.#attempts.pauseAfter(at);
    if (!entry || pause === 0 || entry.querySelector('.pause')) return;
    const text = note(`next in ${(pause / 1000).toFixed(1)} s`);
    text.classList.add('pause');
    entry.querySelector('summary')?.append(text);
  }

  /**
   * Adds the answer to the last call. The gateway answers calls in their order.
   *
   * @param {Frame} answer
   */
  #addAnswer({status = 0, frame}) {
    this.#call?.querySelector('.status')?.remove();
    this.#call?.querySelector('.note')?.before(chip(outcomeOf(status)));
    this.#call?.querySelector('dl')?.append(...parts([['Answer', frame]]));
    this.#call = undefined;
  }
}

/** @param {LoggedRequest} request */
function curlButton(request) {
  const button = element('button', {type: 'button', class: 'quiet curl'}, 'Copy as cURL');
  makeCopyButton(button, () => toCurl(request, platformOrigin()));
  return button;
}

/** The origin of the platform. The tag's `api-host` is a host, or an origin on this computer. */
function platformOrigin() {
  const host = script.dataset['apiHost'] ?? location.origin;
  return host.includes('://') ? host : `https://${host}`;
}
