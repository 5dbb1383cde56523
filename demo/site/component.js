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
 *   `at` is by the computer's clock, `pageAt` by the page's, both in ms since the epoch.
 */

const page = /** @type {{WebEngagement: {version?: string} & ((...command: unknown[]) => Promise<unknown>)}} */ (
  /** @type {unknown} */ (globalThis)
);

/** Whether the component's script has run, so that nothing is queued for it any more. */
export function isLoaded() {
  return page.WebEngagement.version !== undefined;
}

/** @returns {string} the component's version; nothing before its script has run */
export function readVersion() {
  return page.WebEngagement.version ?? '';
}

/**
 * Gives the component a command through its only global.
 *
 * @param {string} name
 * @param {...unknown} args
 */
export async function command(name, ...args) {
  if (isLoaded()) await page.WebEngagement(name, ...args);
}

/**
 * Hands messages of the platform over to the component.
 *
 * @param {unknown} messages
 */
export async function handOver(messages) {
  await page.WebEngagement('notify', messages);
}

/** @returns {Promise<{source: string} | undefined>} what the component's state is about, if it is about an offer */
export async function readOffer() {
  if (!isLoaded()) return undefined;
  return /** @type {Promise<{source: string} | undefined>} */ (page.WebEngagement('get', 'offer'));
}

/**
 * Changes settings of the component; those without a value are taken away.
 *
 * @param {readonly string[]} names
 * @param {Partial<Record<string, unknown>>} values
 */
export async function setAll(names, values) {
  const tag = document.querySelector('web-engagement');
  const changes = names.map((name) => {
    const value = values[name];
    // A tag that is no element yet would fall back to what its attribute says.
    if (value === undefined) tag?.removeAttribute(attributeOf(name));
    return page.WebEngagement('set', name, value);
  });
  await Promise.all(changes);
}

/**
 * Name of the attribute that sets a property.
 *
 * @param {string} property
 */
export function attributeOf(property) {
  return property.replace(/[A-Z]/g, '-$&').toLowerCase();
}

/**
 * Sets what a page can only say in a script.
 *
 * @param {'waitTime' | 'endConversation'} name
 * @param {(() => Promise<unknown>) | undefined} value
 */
export async function setProperty(name, value) {
  await page.WebEngagement('set', name, value);
}

/**
 * Resolves when the component reaches a state the next time.
 *
 * @param {string} name
 * @returns {Promise<void>}
 */
export function whenState(name) {
  return new Promise((resolve) => {
    const look = (/** @type {Event} */ event) => {
      if (/** @type {CustomEvent<Detail>} */ (event).detail.to !== name) return;
      document.removeEventListener('engagement-statechange', look);
      resolve();
    };
    document.addEventListener('engagement-statechange', look);
  });
}

/**
 * Calls back with every event of the component since the page began.
 *
 * @param {(event: EngagementEvent) => void} listener
 */
export function followEvents(listener) {
  const tell = () => {
    for (const {at, pageAt, event} of engagementEvents.splice(0)) {
      const {type, detail, cancelable, defaultPrevented} = /** @type {CustomEvent<Detail>} */ (event);
      listener({at, pageAt, type, isCancelable: cancelable, isPrevented: defaultPrevented, detail});
    }
  };
  document.addEventListener('recorded', tell);
  tell();
}
