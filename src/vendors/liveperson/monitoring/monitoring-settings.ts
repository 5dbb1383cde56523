import {own} from '../../../check/own.js';
import {inTime} from '../../../http/in-time.js';
import type {ClientProperties} from '../client-properties.js';
import type {EngagementAttribute} from '../engagement-attributes.js';
import type {Identity} from '../identities.js';
import type {EngageParameters} from './monitoring-client.js';

/**
 * Settings of `createMonitoringSource`. They are also settings of the element.
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export interface MonitoringSettings {
  /** LivePerson site id. Required. */
  readonly accountId?: string | undefined;
  /** Id that LivePerson gave when the app was installed in the account. Required. */
  readonly appInstallationId?: string | undefined;
  /** Host of the Monitoring API, or an http origin on loopback. @default looked up, and kept for an hour */
  readonly apiHost?: string | undefined;
  /** Version of the API: `1.1` or `1.0`. @default '1.1' */
  readonly apiVersion?: string | undefined;
  /** Largest random factor by which a retry pause is lengthened. `1` keeps the policy's exact pauses. @default 2 */
  readonly retrySpread?: number | undefined;
  /** Identities of the visitor. @default none */
  readonly identities?: readonly Identity[] | undefined;
  /** Returns the identities of the visitor, in place of `identities`. Called before each request. @default none */
  readonly identityProvider?: (() => Promise<readonly Identity[]>) | undefined;
  /** Id of the visitor. Deprecated by the vendor in favour of `identities`. @default none */
  readonly consumerId?: string | undefined;
  /** What is known about the visitor. Impression events are refused. @default none */
  readonly engagementAttributes?: readonly EngagementAttribute[] | undefined;
  /** The visitor's place on the site, such as `sec://Sport` or a page's address. @default none */
  readonly entryPoints?: readonly string[] | undefined;
  /** What is known about the app and the device. @default none */
  readonly clientProperties?: ClientProperties | undefined;
}

/** Reads what the settings currently say about the visitor. */
export async function readParameters(settings: MonitoringSettings, signal: AbortSignal): Promise<EngageParameters> {
  const {identityProvider, consumerId, engagementAttributes, entryPoints, clientProperties, ...rest} = own(settings);
  const identities = identityProvider
    ? await inTime(identityProvider(), 'identityProvider', signal)
    : own(rest).identities;
  return {identities, consumerId, engagementAttributes, entryPoints, clientProperties};
}

/** Whether the settings say nothing about the visitor. */
export function isPlain(settings: MonitoringSettings): boolean {
  const {identities, identityProvider, consumerId, engagementAttributes, entryPoints, clientProperties} = own(settings);
  const said = [identities, identityProvider, consumerId, engagementAttributes, entryPoints, clientProperties];
  return said.every((value) => value === undefined);
}
