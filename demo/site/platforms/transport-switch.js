import {handOver, setAll} from '../component.js';
import {byId, element} from '../dom/markup.js';
import {followNotifications} from './notification-feed.js';

/**
 * @typedef {{visitId: string, pageId: string}} Visitor
 * @typedef {(way: string, messages: unknown) => void} HandoverListener
 */

/**
 * Lets the way be chosen by which notifications reach the page, without loading it anew.
 *
 * @param {HTMLScriptElement} script the component's tag
 * @param {Visitor} visitor
 * @param {{onChange: () => void, onHandover: HandoverListener}} listeners
 */
export function showTransport(script, visitor, {onChange, onHandover}) {
  const {settings, transports} = notificationTag;
  const select = /** @type {HTMLSelectElement} */ (byId('transport'));
  let used = new AbortController();
  const startSender = () => {
    used = new AbortController();
    senders[notificationTag.transport]?.(visitor, onHandover, used.signal);
  };
  select.value = notificationTag.transport;
  select.addEventListener('change', () => {
    used.abort();
    const before = transports[notificationTag.transport];
    notificationTag.transport = /** @type {TransportName} */ (select.value);
    const after = transports[notificationTag.transport];
    const changed = settings.filter((name) => before[name] !== after[name]);
    void setAll(changed, after);
    notificationTag.fillTransport(script);
    startSender();
    onChange();
  });
  startSender();
}

/**
 * The two ways that need a script of the brand's own between the contact centre and the component.
 *
 * @type {Partial<Record<TransportName, (visitor: Visitor, onHandover: HandoverListener, signal: AbortSignal) => void>>}
 */
const senders = {
  window: postFromFrame,
  notify: (visitor, onHandover, signal) => {
    const listener = (/** @type {unknown} */ messages) => {
      onHandover('notify()', messages);
      void handOver(messages);
    };
    void followNotifications(visitor, listener, signal);
  },
};

/**
 * The frame has no address. Its script comes out of a template, where the page's Trusted Types have nothing against it.
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
  addEventListener('message', listener, {signal});
  signal.addEventListener('abort', () => frame.remove());
  document.body.append(frame);
}
