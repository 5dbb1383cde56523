// A blocking script: it hands what the scripts before it keep to the page around the shop.

const readStage = () => ({
  clock: pageClock,
  events: engagementEvents,
  preventedNext,

  /** Loads axe, which is a classic script and sets a global. @returns {Promise<typeof import('axe-core')>} */
  loadAxe: async () => {
    await import(new URL('axe.min.js', document.baseURI).href);
    return /** @type {any} */ (globalThis).axe;
  },
});

Object.assign(globalThis, {stage: readStage()});
