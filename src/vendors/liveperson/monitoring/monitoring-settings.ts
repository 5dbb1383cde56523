import type {ClientProperties} from '../client-properties.js';
import type {EngagementAttribute} from '../engagement-attributes.js';
import type {Identity} from '../identities.js';
import type {EngageParameters} from './monitoring-client.js';

/** LivePerson's part of the element's settings. */
export interface MonitoringSettings {
  readonly accountId?: string | undefined;
  readonly appInstallationId?: string | undefined;
  /** Host of the Monitoring API, or an http origin on loopback; looked up when absent. */
  readonly apiHost?: string | undefined;
  /** @default '1.1' */
  readonly apiVersion?: string | undefined;
  /** Longest random stretch of a retry pause; `1` keeps the policy's exact pauses. @default 2 */
  readonly retrySpread?: number | undefined;
  readonly identities?: readonly Identity[] | undefined;
  /** Called before each request; takes the place of `identities`. */
  readonly identityProvider?: (() => Promise<readonly Identity[]>) | undefined;
  /** Deprecated by the vendor in favour of `identities`. */
  readonly consumerId?: string | undefined;
  readonly engagementAttributes?: readonly EngagementAttribute[] | undefined;
  readonly entryPoints?: readonly string[] | undefined;
  readonly clientProperties?: ClientProperties | undefined;
}

/** What the settings say about the visitor, at this moment. */
export async function readParameters(settings: MonitoringSettings): Promise<EngageParameters> {
  const {identityProvider, consumerId, engagementAttributes, entryPoints, clientProperties} = settings;
  const identities = identityProvider ? await identityProvider() : settings.identities;
  return {identities, consumerId, engagementAttributes, entryPoints, clientProperties};
}
