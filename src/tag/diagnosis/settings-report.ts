import {parseUrl} from '../../http/safe-url.js';
import {attributeOf} from '../settings/attribute-name.js';
import {settingNames, settings, type SettingName} from '../settings/settings.js';
import {findProblem} from '../settings/unknown-words.js';

export interface SettingsReport {
  /** What the page has set, by attribute or property: words, numbers, hosts and origins as they are, of the rest only that it is set. */
  readonly used: Readonly<Record<string, string | number | boolean>>;
  /** What has no effect, and why. */
  readonly ignored: readonly IgnoredSetting[];
}

export interface IgnoredSetting {
  readonly name: string;
  readonly why: string;
}

type Read = (name: SettingName) => unknown;

/** Texts that say nothing about a visitor. Of all others, only that they are set is told. */
const plainTexts: readonly SettingName[] = [
  ...(['apiHost', 'apiVersion', 'locale', 'allowedHosts', 'notificationsTransport', 'notificationsOrigins'] as const),
];

/** Settings that have no effect beside another one. */
const overruled: readonly (readonly [name: SettingName, isOverruled: (read: Read) => boolean, why: string])[] = [
  ['identities', (read) => !!read('identityProvider'), 'identityProvider takes its place'],
  ['conversationUrl', (read) => read('openIn') === 'event', 'open-in="event" leaves the conversation to the page'],
  ['conversationUrl', (read) => !!read('onAccept') && !!read('onResume'), 'onAccept and onResume take its place'],
  ['notificationsUrl', (read) => read('notificationsTransport') === 'window', 'the transport "window" has no address'],
  [
    'notificationsOrigins',
    (read) => read('notificationsTransport') !== 'window',
    'only the transport "window" has origins',
  ],
  ['accountId', (read) => !!(read('sources') ?? read('session')), 'sources or session take its place'],
];

/** Attributes of any element, and those that frameworks write. */
const common =
  /^(aria|data)-|[^a-z-]|^(id|class|style|slot|hidden|lang|dir|title|role|tabindex|part|inert|is|nonce|translate|base)$/;

/** Tells which settings of a tag have an effect, without ids. */
export function reportSettings(tag: HTMLElement | undefined, read: Read): SettingsReport {
  const set = settingNames.filter((name) => isSet(name, read(name)));
  return {
    used: Object.fromEntries(set.map((name) => [attributeOf(name), describe(name, read(name))])),
    ignored: [...unknownAttributes(tag), ...settingNames.flatMap((name) => ignoredValue(name, read, tag))],
  };
}

const isSet = (name: SettingName, value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== settings[name].initial;

function describe(name: SettingName, value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return Array.isArray(value) ? `${value.length} entries` : `a ${typeof value}`;
  const {choices} = settings[name];
  if (choices) return choices.includes(value) ? value : String(settings[name].fallback);
  return plainTexts.includes(name) ? value : (originOf(value) ?? 'set');
}

function originOf(text: string): string | undefined {
  const bare = text.replace(/\{\w+\}/g, '');
  const {protocol, origin} = parseUrl(bare, document.baseURI) ?? {};
  return /^\w+:|^\//.test(text) && protocol && origin !== 'null' ? origin : undefined;
}

function unknownAttributes(tag: HTMLElement | undefined): readonly IgnoredSetting[] {
  const known = new Set(settingNames.map(attributeOf));
  return [...(tag?.attributes ?? [])]
    .filter(({name}) => !known.has(name) && !common.test(name))
    .map(({name}) => ({name, why: 'there is no such setting'}));
}

function ignoredValue(name: SettingName, read: Read, tag: Element | undefined): readonly IgnoredSetting[] {
  const value = read(name);
  const rule = overruled.find(([it, isOverruled]) => it === name && isSet(name, value) && isOverruled(read));
  const why = findProblem(name, value, tag) ?? rule?.[2];
  return why === undefined ? [] : [{name: attributeOf(name), why}];
}
