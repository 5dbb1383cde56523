import type {NotificationMessage} from '../../../../src/server/notifications/notifications.js';
import {isObject} from '../../http/json.js';

/** How many messages one request can hold. */
export const maxMessages = 100;

/** Parses the list of messages in a request. Any other text gives `undefined`. */
export function parseMessageList(text: string): readonly NotificationMessage[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isList(value) && value.every(isMessage) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= maxMessages;
}

function isMessage(value: unknown): value is NotificationMessage {
  if (!isObject(value)) return false;
  const {page, channel, data} = value;
  return (page === undefined || typeof page === 'string') && typeof channel === 'string' && isObject(data);
}
