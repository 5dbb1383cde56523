// A blocking script on purpose: it listens before the component's own script runs, so that no event is missed.

/** @type {{at: number, event: Event}[]} */
const engagementEvents = [];

for (const name of 'statechange retry error notification show shown hidden accept resume dismiss'.split(' ')) {
  document.addEventListener(`engagement-${name}`, (event) => {
    engagementEvents.push({at: Date.now(), event});
    document.dispatchEvent(new Event('recorded'));
  });
}
