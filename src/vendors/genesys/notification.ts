import {own} from '../../check/own.js';
import * as z from 'zod/mini';
import {check, kindOf} from '../../check/check.js';
import {toJson} from '../../check/json.js';
import {invitationSchema, isKnown, optionalId, withdrawalSchema} from './gateway/gateway.schemas.js';
import {NotificationError} from './notification-error.js';

/**
 * The data of an `engage` notification. A missing `engagementID` is made from visitID, pageID and time, so that the
 * same message always has the same one.
 */
export type Invitation = z.output<typeof invitationSchema> & {readonly engagementID: string};

/**
 * The data of a `noengage` notification. Without `engagementID` it concerns everything pending on the page or in the
 * visit.
 */
export type Withdrawal = z.output<typeof withdrawalSchema>;

/**
 * A message from the contact centre to the page. `page` is the id of its page. Without it, the message is for all
 * pages.
 */
export type Notification =
  | {readonly type: 'engage'; readonly page?: string | undefined; readonly profile: Invitation}
  | {readonly type: 'noengage'; readonly page?: string | undefined; readonly cancel: Withdrawal}
  /** For the vendor's own script, which would fetch and insert HTML or call a function. Its data is dropped. */
  | {readonly type: 'executable'; readonly channel: string}
  | {readonly type: 'unknown'; readonly channel: string}
  | {readonly type: 'malformed'; readonly error: NotificationError};

const maxLength = 65_536;
const mostMessages = 100;
const inputSchema = z.union([z.array(z.unknown()), z.looseObject({})], {error: 'array or object'});
const messageSchema = z.object({page: optionalId, channel: z.string(), data: z.optional(z.unknown())});

/**
 * Reads one message or a list of them, as JSON text or parsed. A malformed entry of a list does not affect the others.
 *
 * The vendor documents the envelope `{page, channel, data}` and that channels beginning with `gpe.` are its own; the
 * channels `engage` and `noengage` and the fields of their data are this project's own design.
 *
 * @throws NotificationError when nothing can be read: no JSON, no list or object, or more than 65,536 characters of
 *   JSON
 */
export function readNotifications(input: unknown): readonly Notification[] {
  const entries = [read(inputSchema, parse(input), 'notifications')].flat();
  if (entries.length > mostMessages) {
    const got = `got ${entries.length}; send fewer at once`;
    throw new NotificationError(`Expected at most ${mostMessages} notifications, ${got}`);
  }
  return entries.map((entry) => {
    try {
      return readNotification(entry);
    } catch (error) {
      if (error instanceof NotificationError) return {type: 'malformed', error};
      throw error;
    }
  });
}

function readNotification(entry: unknown): Notification {
  const {page, channel, data} = own(read(messageSchema, entry, 'a notification'));
  if (channel.startsWith('gpe.')) return {type: 'executable', channel};
  if (channel === 'engage') {
    const profile = own(read(invitationSchema, unwrap(data, 'ixnProfile'), 'the data of an engage notification'));
    const pageID = page || profile.pageID;
    return {type: 'engage', page: pageID, profile: toInvitation(own({...profile, pageID}))};
  }
  if (channel === 'noengage') {
    const cancel = own(read(withdrawalSchema, unwrap(data, 'cancelData') ?? {}, 'the data of a noengage notification'));
    const pageID = page || cancel.pageID;
    return {type: 'noengage', page: pageID, cancel: {...cancel, pageID}};
  }
  return {type: 'unknown', channel};
}

/**
 * The data of a notification, which may be in an object under the name that it has as a parameter of the gateway.
 *
 * @throws NotificationError when it holds no field that is known
 */
function unwrap(data: unknown, parameter: 'ixnProfile' | 'cancelData'): unknown {
  if (kindOf(data) !== 'object') return data;
  const {[parameter]: wrapped, ...bare} = own(data as Record<string, unknown>);
  const fields = wrapped ?? bare;
  const names = Object.keys(Object(fields) as object);
  const isEmpty = wrapped === undefined && names.length === 0;
  if (isEmpty || names.some((name) => isKnown(name, parameter))) return fields;
  throw new NotificationError(`Cannot read ${parameter}: expected a field that is known, got others only`);
}

function toInvitation(profile: z.output<typeof invitationSchema>): Invitation {
  const {visitID, pageID, time} = profile;
  return {...profile, engagementID: profile.engagementID ?? [visitID, pageID, time].join('/')};
}

/** Parsed input is also converted to text, so that the result is a plain copy that no other code can change. */
function parse(input: unknown): unknown {
  const json = typeof input === 'string' ? input : stringify(input);
  if (json.length > maxLength) {
    throw new NotificationError(
      `Expected notifications of at most ${maxLength} characters, got ${json.length}; send fewer at once, or less data`,
    );
  }
  try {
    return JSON.parse(json, dropPrototype);
  } catch {
    // The engine's own message quotes the text.
    throw new NotificationError(`Expected notifications as JSON, got ${json ? 'other text' : 'nothing'}`);
  }
}

function stringify(input: unknown): string {
  try {
    // A value without a JSON form, such as a function, gives undefined.
    return toJson(input) || '';
  } catch {
    throw new NotificationError('Expected notifications as JSON, got an object that cannot be written as JSON');
  }
}

/** Drops the keys by which a careless merge could change the prototype of all objects. */
function dropPrototype(key: string, value: unknown): unknown {
  return key === '__proto__' || key === 'constructor' ? undefined : value;
}

function read<Schema extends z.ZodMiniType>(schema: Schema, value: unknown, name: string): z.output<Schema> {
  const {data, problem} = check(schema, value);
  if (problem !== undefined) throw new NotificationError(`Cannot read ${name}: ${problem}`);
  return data;
}
