// A blocking script on purpose: what it says has to be said before the component's own script runs.

/** @typedef {'handoff' | 'wait' | 'ending'} SystemName */

/** What the page says about the systems besides the two. It lasts as long as the tab. */
const systemsTag = {
  /** @type {readonly SystemName[]} */
  names: ['handoff', 'wait', 'ending'],

  /** @param {SystemName} name */
  read: (name) => sessionStorage.getItem(`system-${name}`) ?? '',

  /**
   * @param {SystemName} name
   * @param {string} choice empty for none
   */
  write: (name, choice) => sessionStorage.setItem(`system-${name}`, choice),

  /** The brand's endpoint. It has no use for `answer`, by which each choice has an address of its own. */
  get handoffUrl() {
    const answer = this.read('handoff');
    return answer ? new URL(`brand/handoff?account=demo&answer=${answer}`, document.baseURI).href : undefined;
  },

  get waitTime() {
    const name = this.read('wait');
    return name ? async () => (await import('../platforms/host-functions.js')).readWait(name) : undefined;
  },

  get endConversation() {
    const name = this.read('ending');
    return name ? async () => (await import('../platforms/host-functions.js')).endConversation(name) : undefined;
  },

  /** @param {HTMLScriptElement} script */
  fillHandoff({dataset}) {
    delete dataset['handoffUrl'];
    if (this.handoffUrl) dataset['handoffUrl'] = this.handoffUrl;
  },
};

for (const name of /** @type {const} */ (['waitTime', 'endConversation'])) {
  if (systemsTag[name]) void queueCommand('set', name, systemsTag[name]);
}
