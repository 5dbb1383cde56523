import {attributeOf, settings, type SettingName} from '../tag/settings.js';

/**
 * Reads a setting of a tag that is not upgraded yet: the property that the page has set on it, or else its attribute.
 *
 * Only the tag's own properties count, because a page may have added to `Object.prototype`.
 */
export function readTagSetting(tag: HTMLElement, name: SettingName): unknown {
  const own: unknown = Object.getOwnPropertyDescriptor(tag, name)?.value;
  return own ?? settings[name].parse?.(tag.getAttribute(attributeOf(name))) ?? settings[name].initial;
}
