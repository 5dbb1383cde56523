import {isObject, type JsonObject} from '../../http/json.js';

/**
 * A message to a page, or to every page of the visit when it names no `page`.
 * https://docs.genesys.com/Documentation/GWE/latest/API/NotificationAPI
 */
export interface NotificationMessage {
  readonly page?: string;
  readonly channel: string;
  readonly data: JsonObject;
}

/** How many messages one request can hold, and how many can wait for a visit. */
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
