import * as z from 'zod/mini';
import {checkSetting} from '../../check/configuration-error.js';

const ipv4 = /^((25[0-5]|(2[0-4]|1?\d)?\d)(\.(?!$)|$)){4}$/;
const operatingSystem = z.optional(z.literal(['WINDOWS', 'MAC_OSX', 'LINUX', 'IOS', 'ANDROID']));

const clientPropertiesSchema = z.looseObject({
  appVersion: z.optional(z.string()),
  deviceFamily: z.optional(z.literal(['DESKTOP', 'TABLET', 'MOBILE'])),
  /** Only a server that asks on behalf of the visitor may send it. */
  ipAddress: z.optional(z.string().check(z.regex(ipv4, 'IPv4 address'))),
  os: operatingSystem,
  osName: operatingSystem,
  osVersion: z.optional(z.string()),
});

/**
 * What the vendor may know of the app, for troubleshooting (Monitoring API, Body Parameters).
 *
 * @see https://developers.liveperson.com/monitoring-api-methods-engagement.html
 */
export type ClientProperties = z.input<typeof clientPropertiesSchema>;

/**
 * Checks client properties and gives them the form that is sent: `osName`, which the published
 * example sends, for `os`, which the published table says; no `ipAddress` from a browser.
 *
 * @throws ConfigurationError
 */
export function checkClientProperties(properties: unknown, isBrowser: boolean): Record<string, unknown> {
  const {os, osName = os, ipAddress, ...rest} = checkSetting(clientPropertiesSchema, properties, 'clientProperties');
  return {...rest, ...(osName && {osName}), ...(ipAddress && !isBrowser && {ipAddress})};
}
