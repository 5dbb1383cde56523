import {own} from '../../check/own.js';
import * as z from 'zod/mini';
import {checkSetting} from '../../check/configuration-error.js';

const ipv4 = /^((25[0-5]|(2[0-4]|1?\d)?\d)(\.(?!$)|$)){4}$/;
const operatingSystem = z.optional(z.literal(['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID']));

const clientPropertiesSchema = z.looseObject({
  appVersion: z.optional(z.string()),
  deviceFamily: z.optional(z.literal(['DESKTOP', 'TABLET', 'MOBILE'])),
  /** IPv4 address. Sent only by a server that asks on behalf of the visitor, never by a browser. */
  ipAddress: z.optional(z.string().check(z.regex(ipv4, 'IPv4 address'))),
  os: operatingSystem,
  osName: operatingSystem,
  osVersion: z.optional(z.string()),
});

/**
 * What the vendor may know about the app and the device, for troubleshooting (Monitoring API, Body Parameters).
 *
 * @example
 * const clientProperties: ClientProperties = {deviceFamily: 'MOBILE', os: 'ANDROID', osVersion: '15'};
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type ClientProperties = z.input<typeof clientPropertiesSchema>;

/**
 * Checks client properties and converts them to the form that is sent: `osName`, as in the published example, in place
 * of `os`, as in the published table; and no `ipAddress` from a browser.
 *
 * @throws ConfigurationError
 */
export function checkClientProperties(properties: unknown, isBrowser: boolean): Record<string, unknown> {
  const checked = own(checkSetting(clientPropertiesSchema, properties, 'clientProperties'));
  const {os, osName = os, ipAddress, ...rest} = checked;
  return {...rest, ...(osName && {osName}), ...(ipAddress && !isBrowser && {ipAddress})};
}
