// A blocking script: it listens before the component's script runs, so that it misses no event.

/** Events that no listener has read yet. @type {{at: number, pageAt: number, event: Event}[]} */
const engagementEvents = [];

/** Types of the events whose default action is prevented the next time. @type {Set<string>} */
const preventedNext = new Set();

for (const name of 'statechange retry error notification show shown hidden accept resume dismiss'.split(' ')) {
  document.addEventListener(`engagement-${name}`, (event) => {
    if (preventedNext.delete(event.type) || isLeftToPage(event)) event.preventDefault();
    engagementEvents.push({at: pageClock.realNow(), pageAt: Date.now(), event});
    document.dispatchEvent(new Event('recorded'));
  });
}

/**
 * Whether the page would have to open the conversation itself; this one only says so.
 *
 * @param {Event} event
 */
function isLeftToPage(event) {
  if (!/accept|resume/.test(event.type)) return false;
  const {target, detail} = /** @type {any} */ (event);
  return target.openIn === 'event' && !('url' in detail.offer);
}
