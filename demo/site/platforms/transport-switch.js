import {notifyComponent, setSettings} from '../component.js';
import {byId, element} from '../dom/markup.js';
import {shop} from '../shop-frame.js';
import {followNotifications} from './notification-feed.js';

/**
 * @typedef {{visitId: string, pageId: string}} Visitor
 * @typedef {(way: string, messages: unknown) => void} HandoverListener
 */

/**
 * Lets the reader choose the transport of notifications, without a reload.
 *
 * @param {HTMLScriptElement} script the component's tag
 * @param {Visitor} visitor
 * @param {{onChange: () => void, onHandover: HandoverListener}} listeners
 */
export function showTransport(script, visitor, {onChange, onHandover}) {
  const {names, transports} = notificationSettings;
  const select = /** @type {HTMLSelectElement} */ (byId('transport'));
  let used = new AbortController();
  const startSender = () => {
    used = new AbortController();
    senders[notificationSettings.transport]?.(visitor, onHandover, used.signal);
  };
  select.value = notificationSettings.transport;
  select.addEventListener('change', () => {
    used.abort();
    const before = transports[notificationSettings.transport];
    notificationSettings.transport = /** @type {TransportName} */ (select.value);
    const after = transports[notificationSettings.transport];
    const changed = names.filter((name) => before[name] !== after[name]);
    void setSettings(changed, after);
    notificationSettings.fillTransport(script);
    startSender();
    onChange();
  });
  startSender();
}

/**
 * The two transports that need a script of the brand between the contact centre and the component.
 *
 * @type {Partial<Record<TransportName, (visitor: Visitor, onHandover: HandoverListener, signal: AbortSignal) => void>>}
 */
const senders = {
  window: postFromFrame,
  notify: (visitor, onHandover, signal) => {
    const listener = (/** @type {unknown} */ messages) => {
      onHandover('notify()', messages);
      void notifyComponent(messages);
    };
    void followNotifications(visitor, listener, signal);
  },
};

/**
 * Opens a frame in the shop that posts messages to it. Its script comes from a template, which Trusted Types allow.
 *
 * @param {Visitor} visitor
 * @param {HandoverListener} onHandover
 * @param {AbortSignal} signal
 */
function postFromFrame({visitId, pageId}, onHandover, signal) {
  const frame = element('iframe', {hidden: '', 'data-visit-id': visitId, 'data-page-id': pageId});
  const template = /** @type {HTMLTemplateElement} */ (byId('window-sender'));
  frame.addEventListener('load', () => frame.contentDocument?.body.append(template.content.cloneNode(true)), {
    once: true,
  });
  const listener = (/** @type {MessageEvent} */ {source, data}) => {
    if (source === frame.contentWindow) onHandover('postMessage()', data);
  };
  shop.addEventListener('message', listener, {signal});
  signal.addEventListener('abort', () => frame.remove());
  shop.document.body.append(frame);
}
