// A blocking script of both pages: the component's script reads these settings from its tag, or from the queue of commands.

/** @typedef {'handoff' | 'wait' | 'ending'} PlatformSetting */

/** What the reader has chosen for hand-offs, waits and the end of conversations. It lasts as long as the tab. */
const platformSettings = {
  /** @param {PlatformSetting} name */
  read: (name) => sessionStorage.getItem(`platform-${name}`) ?? '',

  /**
   * @param {PlatformSetting} name
   * @param {string} choice empty for none
   */
  write: (name, choice) => sessionStorage.setItem(`platform-${name}`, choice),

  /** The brand's endpoint. It ignores `answer`, which gives each choice its own address so that the component asks again. */
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

  /** @param {HTMLScriptElement} script the component's tag */
  fillHandoff({dataset}) {
    delete dataset['handoffUrl'];
    if (this.handoffUrl) dataset['handoffUrl'] = this.handoffUrl;
  },
};
