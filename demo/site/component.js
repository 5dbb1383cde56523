/**
 * @typedef {Error & {cause?: unknown}} Problem
 * @typedef {{
 *   from?: string, to?: string, attempt?: number, delay?: number,
 *   cause?: Problem | string, error?: Problem, offer?: unknown
 * }} Detail
 * @typedef {{at: number, type: string, detail: Detail}} EngagementEvent
 */

const page = /** @type {{WebEngagement?: (command: string) => Promise<unknown>}} */ (globalThis);

/** Whether the component's script has run. */
export function isLoaded() {
  return page.WebEngagement !== undefined;
}

/**
 * Gives the component a command through its only global.
 *
 * @param {'refresh' | 'reset'} name
 */
export async function command(name) {
  await page.WebEngagement?.(name);
}

/**
 * Calls back with every event of the component since the page began.
 *
 * @param {(event: EngagementEvent) => void} listener
 */
export function followEvents(listener) {
  const tell = () => {
    for (const {at, event} of engagementEvents.splice(0)) {
      const {type, detail} = /** @type {CustomEvent<Detail>} */ (event);
      listener({at, type, detail});
    }
  };
  document.addEventListener('recorded', tell);
  tell();
}
