// A blocking script of both pages: the component's script reads these settings from its tag.

/**
 * @typedef {{name: string, label: string, choices?: readonly string[], isNumber?: true, isSwitch?: true}} Setting
 *   The first of the `choices` is the default. It is chosen when the setting is absent.
 */

/** Settings of the component that the reader has chosen. They last as long as the tab. */
const tagSettings = {
  /** @type {readonly Setting[]} */
  all: [
    {name: 'format', label: 'Format', choices: ['card', 'bubble', 'banner']},
    {name: 'placement', label: 'Placement', choices: ['end', 'start', 'inline']},
    {name: 'openIn', label: 'Conversation opens in', choices: ['panel', 'tab', 'popup', 'event']},
    {name: 'consent', label: 'Consent', choices: ['not-required', 'required', 'granted', 'denied']},
    {
      name: 'locale',
      label: 'Language',
      choices: ['', ...'en de fr es it pt nl pl sv nb da fi cs tr uk ja ko zh-Hans zh-Hant ar he hi'.split(' ')],
    },
    {name: 'apiVersion', label: 'API version', choices: ['1.1', '1.0']},
    {name: 'retrySpread', label: 'Retry spread', choices: ['2', '1'], isNumber: true},
    {name: 'headingLevel', label: 'Heading level', choices: ['2', '1', '3', '4', '5', '6', '0'], isNumber: true},
    {name: 'delay', label: 'Delay, in seconds', isNumber: true},
    {name: 'autoCollapse', label: 'Collapse after, in seconds', isNumber: true},
    {name: 'maxInvitations', label: 'Maximum invitations', isNumber: true},
    {name: 'unread', label: 'Unread messages', isNumber: true},
    {name: 'debug', label: 'Log to the console', isSwitch: true},
  ],

  /** @returns {Partial<Record<string, string>>} */
  read: () => JSON.parse(sessionStorage.getItem('settings') ?? '{}'),

  /**
   * @param {string} name
   * @param {string} value empty for the default
   */
  write(name, value) {
    sessionStorage.setItem('settings', JSON.stringify({...this.read(), [name]: value || undefined}));
  },

  /** @param {HTMLScriptElement} script the component's tag */
  fill({dataset}) {
    for (const {name} of this.all) delete dataset[name];
    const settings = this.read();
    // On a phone, a card would cover what the shop says.
    if (parent.matchMedia('(width < 30rem)').matches) dataset['format'] = 'bubble';
    Object.assign(dataset, {openIn: 'panel', ...settings});
    // Without an address, no conversation can open.
    delete dataset['conversationUrl'];
    if (dataset['openIn'] !== 'event') dataset['conversationUrl'] = this.conversationUrl;
  },

  /** Where the brand's conversations open. */
  conversationUrl: `${new URL('brand/chat', document.baseURI).href}?campaign={campaignId}`,
};
