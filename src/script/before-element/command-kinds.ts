import {allowsSession} from '../../tag/consent.js';

type Name = unknown;

/** Whether a command adds or removes a listener of the page. */
export const isListening = (name: Name): name is 'on' | 'off' => name === 'on' || name === 'off';

/** The events of the widget, by the names that a page gives to `on`. */
export const eventNames = [
  ...['show', 'shown', 'hidden', 'accept', 'resume', 'dismiss', 'statechange', 'retry', 'notification', 'error'],
];

/** Whether a page listens to an event that there is. Of anything else the element tells. */
export const hasKnownEvent = (name: Name, [event, listener]: readonly unknown[]): boolean =>
  isListening(name) && eventNames.includes(String(event)) && Object(listener) === listener;

/** Whether a command sets something, for which there need not be an element yet. */
export const isSetting = (name: Name): boolean => name === 'set' || name === 'identify';

/** Whether after a command the visitor is somebody else, or nobody. */
export const isForgetting = (name: Name): boolean => name === 'reset' || name === 'revokeConsent';

/** Whether a command makes an answer worthless. */
export const isInterrupting = (name: Name): boolean => isSetting(name) || isForgetting(name);

/** Whether a command is the same as `revokeConsent`. */
export const isDenial = (name: Name, [setting, value]: readonly unknown[]): boolean =>
  name === 'set' && setting === 'consent' && value === 'denied';

/** Whether a command is the visitor's answer about their consent. */
export function isConsent(name: Name, [setting, value]: readonly unknown[]): boolean {
  if (name === 'set') return setting === 'consent' && allowsSession(value);
  return name === 'grantConsent' || name === 'revokeConsent';
}
