import {engagementEvents, findWidget, shop} from './shop-frame.js';

/**
 * @typedef {Error & {cause?: unknown}} Problem
 * @typedef {{type?: string, outcome?: string, reason?: string | undefined, engagementId?: string | undefined}} NoticeDetail
 * @typedef {NoticeDetail & {
 *   from?: string, to?: string, attempt?: number, delay?: number,
 *   cause?: Problem | string, error?: Problem, offer?: {source: string}
 * }} Detail
 * @typedef {{
 *   at: number, pageAt: number, type: string, isCancelable: boolean, isPrevented: boolean, detail: Detail
 * }} EngagementEvent
 *   `at` is the time of the computer's clock and `pageAt` that of the page's clock, in ms since the epoch.
 */

/** Whether the component's script has run. Until then, commands are queued. */
export function isLoaded() {
  return shop.WebEngagement.version !== undefined;
}

/** @returns {string} the component's version, empty until its script has run */
export function readVersion() {
  return shop.WebEngagement.version ?? '';
}

/**
 * Gives the component a command, unless its script has not run yet.
 *
 * @param {string} name
 * @param {...unknown} args
 */
export async function command(name, ...args) {
  if (isLoaded()) await shop.WebEngagement(name, ...args);
}

/**
 * Passes messages of a platform to the component.
 *
 * @param {unknown} messages
 */
export async function notifyComponent(messages) {
  await shop.WebEngagement('notify', messages);
}

/** @returns {Promise<{source: string} | undefined>} the offer that the component's state is about */
export async function readOffer() {
  if (!isLoaded()) return undefined;
  return /** @type {Promise<{source: string} | undefined>} */ (shop.WebEngagement('get', 'offer'));
}

/**
 * Changes settings of the component. Those without a value are removed.
 *
 * @param {readonly string[]} names
 * @param {Partial<Record<string, unknown>>} values
 */
export async function setSettings(names, values) {
  const tag = findWidget();
  const changes = names.map((name) => {
    const value = values[name];
    // Before the tag is upgraded, the component would read the old attribute.
    if (value === undefined) tag?.removeAttribute(attributeOf(name));
    return shop.WebEngagement('set', name, value);
  });
  await Promise.all(changes);
}

/**
 * The name of the attribute for a property.
 *
 * @param {string} property
 */
export function attributeOf(property) {
  return property.replace(/[A-Z]/g, '-$&').toLowerCase();
}

/**
 * Sets a property that has no attribute.
 *
 * @param {'waitTime' | 'endConversation'} name
 * @param {(() => Promise<unknown>) | undefined} value
 */
export async function setProperty(name, value) {
  await shop.WebEngagement('set', name, value);
}

/**
 * Resolves when the component next reaches a state.
 *
 * @param {string} name
 * @returns {Promise<void>}
 */
export function whenState(name) {
  return new Promise((resolve) => {
    const look = (/** @type {Event} */ event) => {
      if (/** @type {CustomEvent<Detail>} */ (event).detail.to !== name) return;
      shop.document.removeEventListener('engagement-statechange', look);
      resolve();
    };
    shop.document.addEventListener('engagement-statechange', look);
  });
}

/**
 * Calls `listener` for every event of the component, including those so far.
 *
 * @param {(event: EngagementEvent) => void} listener
 */
export function followEvents(listener) {
  const deliver = () => {
    for (const {at, pageAt, event} of engagementEvents.splice(0)) {
      const {type, detail, cancelable, defaultPrevented} = /** @type {CustomEvent<Detail>} */ (event);
      listener({at, pageAt, type, isCancelable: cancelable, isPrevented: defaultPrevented, detail});
    }
  };
  shop.document.addEventListener('recorded', deliver);
  deliver();
}
