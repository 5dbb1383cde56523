// A blocking script on purpose: it listens before the component's own script runs, so that no event is missed.

/** @type {{at: number, pageAt: number, event: Event}[]} */
const engagementEvents = [];

/** The requests of the component whose default action the page prevents the next time. @type {Set<string>} */
const preventedNext = new Set();

for (const name of 'statechange retry error notification show shown hidden accept resume dismiss'.split(' ')) {
  document.addEventListener(`engagement-${name}`, (event) => {
    if (preventedNext.delete(event.type)) event.preventDefault();
    engagementEvents.push({at: pageClock.realNow(), pageAt: Date.now(), event});
    document.dispatchEvent(new Event('recorded'));
  });
}
