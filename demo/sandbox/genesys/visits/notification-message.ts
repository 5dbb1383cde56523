/** What the page gets (GWE Notification API): `page` is the id of the page it is for; without it, every page. */
export interface NotificationMessage {
  readonly page?: string;
  readonly channel: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How many messages may come at once, and may wait for a visit. */
export const longestList = 100;

/** A list of messages from the text of a request; nothing when it is not one. */
export function parseMessageList(text: string): readonly NotificationMessage[] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isList(value) && value.every(isMessage) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.length <= longestList;
}

function isMessage(value: unknown): value is NotificationMessage {
  if (!isObject(value)) return false;
  const {page, channel, data} = value;
  return (page === undefined || typeof page === 'string') && typeof channel === 'string' && isObject(data);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
