// A blocking script of both pages: the component's script reads these settings from its tag.

/**
 * @typedef {'sse' | 'long-polling' | 'websocket' | 'window' | 'notify'} TransportName
 * @typedef {'notificationsTransport' | 'notificationsUrl' | 'notificationsOrigins'} TransportSetting
 */

/** The visit that gets notifications, and their transport. Both last as long as the tab. */
const notificationSettings = {
  /** @type {readonly TransportSetting[]} */
  names: ['notificationsTransport', 'notificationsUrl', 'notificationsOrigins'],

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

  /** Makes an id in the form of the vendor's ids. */
  createId: () => crypto.randomUUID().replaceAll('-', '').toUpperCase(),

  get visitId() {
    const visitId = sessionStorage.getItem('visit-id') ?? this.createId();
    sessionStorage.setItem('visit-id', visitId);
    return visitId;
  },

  forgetVisit: () => sessionStorage.removeItem('visit-id'),

  /** @param {HTMLScriptElement} script the component's tag */
  fillVisit({dataset}) {
    Object.assign(dataset, {visitId: this.visitId, pageId: this.createId()});
  },

  /** @param {HTMLScriptElement} script the component's tag */
  fillTransport({dataset}) {
    for (const name of this.names) delete dataset[name];
    Object.assign(dataset, this.transports[this.transport]);
  },
};
