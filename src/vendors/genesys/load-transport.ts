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
    throw new ConfigurationError(
      'Expected visitId to name the visit whose notifications are wanted, got nothing',
      'visitId',
    );
  }
  return transport && shareAmongTabs(transport, {name, locks});
}

async function chooseTransport(settings: NotificationSettings): Promise<NotificationTransport | undefined> {
  const {notificationsTransport: kind = 'sse', notificationsUrl: url, notificationsOrigins = ''} = settings;
  if (typeof kind === 'object') return kind;
  if (kind === 'window') {
    const {createWindowTransport} = await import('./transports/window.js');
    const origins = notificationsOrigins.split(/\s+/).filter(Boolean);
    return withSetting('notificationsOrigins', () => createWindowTransport({origins}));
  }
  if (kind === 'bayeux') {
    const {createBayeuxTransport} = await import('./transports/bayeux.js');
    return withSetting('notificationsUrl', () => createBayeuxTransport({url: url ?? ''}));
  }
  if (kind !== 'sse') {
    const setting = 'notificationsTransport';
    throw new ConfigurationError(`Expected ${setting} to be sse, bayeux or window, got ${kind}`, setting);
  }
  if (url === undefined) return undefined;
  const {createSseTransport} = await import('./transports/sse.js');
  return withSetting('notificationsUrl', () => createSseTransport({url}));
}

/** Makes a transport from one setting, whose problems are told under the name of the setting. */
function withSetting(setting: string, create: () => NotificationTransport): NotificationTransport {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(error.message.replace(error.setting ?? '', setting), setting);
  }
}
