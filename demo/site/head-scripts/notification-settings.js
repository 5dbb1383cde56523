// A blocking script on purpose: it fills in the component's tag before the component's own script runs.

/**
 * @typedef {'sse' | 'long-polling' | 'websocket' | 'window' | 'notify'} TransportName
 * @typedef {'notificationsTransport' | 'notificationsUrl' | 'notificationsOrigins'} TransportSetting
 */

/** What the tag says about notifications: whose they are, and how they come. It lasts as long as the tab. */
const notificationTag = {
  /** @type {readonly TransportSetting[]} */
  settings: ['notificationsTransport', 'notificationsUrl', 'notificationsOrigins'],

  /** @type {Record<TransportName, Partial<Record<TransportSetting, string>>>} */
  transports: {
    sse: {notificationsUrl: new URL('server/notifications', document.baseURI).href},
    'long-polling': {
      notificationsTransport: 'bayeux',
      notificationsUrl: new URL('server/cometd', document.baseURI).href,
    },
    websocket: {
      notificationsTransport: 'bayeux',
      notificationsUrl: new URL('server/cometd', document.baseURI).href.replace(/^http/, 'ws'),
    },
    window: {notificationsTransport: 'window', notificationsOrigins: location.origin},
    notify: {},
  },

  get transport() {
    const name = /** @type {TransportName} */ (sessionStorage.getItem('transport'));
    return Object.hasOwn(this.transports, name) ? name : 'sse';
  },

  set transport(name) {
    sessionStorage.setItem('transport', name);
  },

  /** Ids are spelled as the vendor's are. */
  createId: () => crypto.randomUUID().replaceAll('-', '').toUpperCase(),

  get visitId() {
    const visitId = sessionStorage.getItem('visit-id') ?? this.createId();
    sessionStorage.setItem('visit-id', visitId);
    return visitId;
  },

  forgetVisit: () => sessionStorage.removeItem('visit-id'),

  /** @param {HTMLScriptElement} script */
  fillTransport({dataset}) {
    for (const name of this.settings) delete dataset[name];
    Object.assign(dataset, this.transports[this.transport]);
  },
};

// The parser makes the tag in one task, after which this is called, and the browser runs an async script in a later one.
new MutationObserver((_, observer) => {
  const script = /** @type {HTMLScriptElement | null} */ (document.querySelector('script[data-account-id]'));
  if (!script) return;
  observer.disconnect();
  Object.assign(script.dataset, {visitId: notificationTag.visitId, pageId: notificationTag.createId()});
  notificationTag.fillTransport(script);
  systemsTag.fillHandoff(script);
  settingsTag.fill(script);
}).observe(document.documentElement, {childList: true, subtree: true});

/** @type {unknown[][]} */
const queuedCommands = [];

/** @param {...unknown} command */
const queueCommand = (...command) => new Promise((resolve) => queuedCommands.push([resolve, ...command]));

Object.assign(globalThis, {WebEngagement: Object.assign(queueCommand, {q: queuedCommands})});
void queueCommand('set', 'notificationTicket', async (/** @type {string} */ visitId) => {
  const {fetchTicket} = await import('../sandbox-client.js');
  return fetchTicket(visitId);
});
