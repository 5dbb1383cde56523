import {ConfigurationError} from '../../check/configuration-error.js';
import {attributeOf} from './attribute-name.js';
import {settings, type SettingName} from './settings.js';

/** Tells a problem of a setting in the words of a page's author, who writes it as an attribute of the tag. */
export function toTagProblem(error: Error): Error {
  // By its fields, because a session or a source of the page's may come with another copy of the class.
  const {message, setting = ''} = error as Error & Partial<Pick<ConfigurationError, 'setting'>>;
  if (!Object.hasOwn(settings, setting) || !settings[setting as SettingName].parse) return error;
  const attribute = attributeOf(setting);
  const advice = message.includes('; ')
    ? ''
    : `; write ${attribute}="…" on <web-engagement>, or data-${attribute}="…" on the script tag`;
  return new ConfigurationError(message.replace(setting, attribute) + advice, attribute);
}
