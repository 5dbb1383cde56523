// A blocking script: it listens before the component's script runs, so that it misses no event.

/** Events that no listener has read yet. @type {{at: number, pageAt: number, event: Event}[]} */
const engagementEvents = [];

/** Types of the events whose default action is prevented the next time. @type {Set<string>} */
const preventedNext = new Set();

for (const name of 'statechange retry error notification show shown hidden accept resume dismiss'.split(' ')) {
  document.addEventListener(`engagement-${name}`, (event) => {
    if (preventedNext.delete(event.type)) event.preventDefault();
    engagementEvents.push({at: pageClock.realNow(), pageAt: Date.now(), event});
    document.dispatchEvent(new Event('recorded'));
  });
}
