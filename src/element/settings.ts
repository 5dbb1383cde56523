import type {EngagementSource} from '../engagement/source.js';
import type {MonitoringSettings} from '../vendors/liveperson/monitoring-settings.js';

/** What decides with which platform a session speaks, and about whom. A change of any of them makes a new session. */
export interface SessionSettings extends MonitoringSettings {
  /** Writes what happens to the console, without ids. */
  readonly debug?: boolean | undefined;
  /** Sources of the page's own, in place of the vendors' ones. */
  readonly sources?: readonly EngagementSource[] | undefined;
}

/** The settings that a page can only set as properties. */
export const sessionProperties: readonly string[] = [
  'identities',
  'identityProvider',
  'consumerId',
  'engagementAttributes',
  'entryPoints',
  'clientProperties',
  'sources',
];

/** Reads the settings of a tag that is not upgraded yet: its attributes, and the properties that a page has set on it. */
export function readTagSettings(tag: HTMLElement): SessionSettings {
  const attribute = (name: string): string | undefined => tag.getAttribute(name)?.trim() || undefined;
  const own = (name: string): unknown => Object.getOwnPropertyDescriptor(tag, name)?.value as unknown;
  const retrySpread = Number(attribute('retry-spread'));
  return {
    accountId: attribute('account-id'),
    appInstallationId: attribute('app-installation-id'),
    apiHost: attribute('api-host'),
    apiVersion: attribute('api-version'),
    retrySpread: retrySpread >= 1 ? retrySpread : undefined,
    debug: tag.hasAttribute('debug'),
    ...Object.fromEntries(sessionProperties.map((name) => [name, own(name)])),
  };
}
