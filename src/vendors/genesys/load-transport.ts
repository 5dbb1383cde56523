import {ConfigurationError} from '../../check/configuration-error.js';
import type {NotificationSettings} from './notification-settings.js';
import {shareAmongTabs} from './shared-transport.js';
import type {NotificationTransport} from './transport.js';

export interface LoadTransportOptions {
  /** Name that all tabs of the visitor share. */
  readonly tabsName: string;
  readonly locks?: LockManager | undefined;
}

/**
 * Loads the code of the transport that the settings ask for; none when messages come through `notify()` only.
 *
 * @throws ConfigurationError
 */
export async function loadTransport(
  settings: NotificationSettings,
  {tabsName: name, locks}: LoadTransportOptions,
): Promise<NotificationTransport | undefined> {
  const transport = await chooseTransport(settings);
  if (transport && !settings.visitId && settings.notificationsTransport !== 'window') {
    throw new ConfigurationError('Expected visit-id to name the visit whose notifications are wanted, got nothing');
  }
  return transport && shareAmongTabs(transport, {name, locks});
}

async function chooseTransport(settings: NotificationSettings): Promise<NotificationTransport | undefined> {
  const {notificationsTransport: kind = 'sse', notificationsUrl: url, notificationsOrigins = ''} = settings;
  if (typeof kind === 'object') return kind;
  if (kind === 'window') {
    const {createWindowTransport} = await import('./transports/window.js');
    return createWindowTransport({origins: notificationsOrigins.split(/\s+/).filter(Boolean)});
  }
  if (kind === 'bayeux') {
    const {createBayeuxTransport} = await import('./transports/bayeux.js');
    return createBayeuxTransport({url: url ?? ''});
  }
  if (kind !== 'sse')
    throw new ConfigurationError(`Expected notifications-transport to be sse, bayeux or window, got ${kind}`);
  if (url === undefined) return undefined;
  const {createSseTransport} = await import('./transports/sse.js');
  return createSseTransport({url});
}
