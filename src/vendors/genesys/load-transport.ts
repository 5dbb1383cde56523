import {isIdText} from '../../check/ids.js';
import {own} from '../../check/own.js';
import {ConfigurationError} from '../../check/configuration-error.js';
import type {NotificationSettings} from './notification-settings.js';
import {shareAmongTabs} from './shared-transport.js';
import type {NotificationTransport} from './transport.js';

export interface LoadTransportOptions {
  /** Name that is the same in all tabs of the visitor. */
  readonly tabsName: string;
  readonly locks?: LockManager | undefined;
}

/**
 * Loads the transport that the settings choose. Undefined when messages only come by `notify()`.
 *
 * @throws ConfigurationError
 */
export async function loadTransport(
  given: NotificationSettings,
  options: LoadTransportOptions,
): Promise<NotificationTransport | undefined> {
  const settings = own(given);
  const {tabsName: name, locks} = own(options);
  for (const name of ['visitId', 'pageId'] as const)
    if (settings[name] && !isIdText(settings[name]))
      throw new ConfigurationError(`Expected ${name} to be an id, got text that no address can hold`, name);
  const transport = await chooseTransport(settings);
  if (transport && !settings.visitId && settings.notificationsTransport !== 'window') {
    throw new ConfigurationError(
      'Expected visitId to be the id of the visit that gets notifications, got nothing',
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

/** Creates a transport from one setting. Errors then carry the name of that setting. */
function withSetting(setting: string, create: () => NotificationTransport): NotificationTransport {
  try {
    return create();
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    throw new ConfigurationError(error.message.replace(error.setting ?? '', setting), setting);
  }
}
