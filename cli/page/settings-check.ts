import {attributeOf} from '../../src/tag/settings/attribute-name.js';
import {settingNames, settings, type SettingName} from '../../src/tag/settings/settings.js';

/** Attributes that any element may have. */
const ordinary = /^(id|class|hidden|lang|dir|slot|style|title|nonce|aria-.*|data-.*)$/;

/** Settings whose value is an address. */
const addresses: readonly SettingName[] = ['notificationsUrl', 'handoffUrl', 'conversationUrl'];

const names = new Map(settingNames.filter((name) => settings[name].parse).map((name) => [attributeOf(name), name]));

/** What is wrong with the settings of a tag, one sentence each. */
export function checkSettings(attributes: Readonly<Record<string, string>>): string[] {
  const problems = Object.entries(attributes).flatMap(([name, value]) => checkAttribute(name, value));
  const hasPlatform = ['account-id', 'notifications-url', 'notifications-transport', 'handoff-url'].some(
    (name) => attributes[name],
  );
  if (!hasPlatform) problems.push('Expected account-id, notifications-url or handoff-url, got none of them');
  if (attributes['account-id'] && !attributes['app-installation-id']) {
    problems.push('Expected app-installation-id beside account-id');
  }
  if (/^(tab|popup|panel)$/.test(attributes['open-in'] ?? '') && !attributes['conversation-url']) {
    problems.push(`Expected conversation-url beside open-in="${attributes['open-in'] ?? ''}"`);
  }
  return problems;
}

function checkAttribute(attribute: string, value: string): string[] {
  const name = names.get(attribute);
  if (!name) return ordinary.test(attribute) ? [] : [`Expected the name of a setting, got ${attribute}`];
  const {choices} = settings[name];
  if (choices && !choices.includes(value.trim()))
    return [`Expected ${attribute} to be ${choices.join(', ')}, got "${value}"`];
  const isInsecure =
    addresses.includes(name) && !/^(https|wss):\/\/|^http:\/\/(localhost|127\.|\[::1])/.test(value.trim());
  return isInsecure ? [`Expected ${attribute} to be an https address, got "${value}"`] : [];
}
