import type {PropertyDeclaration, PropertyDeclarations} from 'lit';
import {attributeOf} from '../tag/settings/attribute-name.js';
import {settingNames, settings, type SettingName, type Settings} from '../tag/settings/settings.js';

/** The element's properties, made from the table of settings. */
export const reactiveProperties: PropertyDeclarations = Object.fromEntries(
  settingNames.map((name) => [name, toProperty(name)]),
);

function toProperty(name: SettingName): PropertyDeclaration {
  const {parse, isSame = Object.is} = settings[name];
  return {
    attribute: parse ? attributeOf(name) : false,
    ...(parse && {converter: parse}),
    hasChanged: (value, old) => !isSame(value, old),
  };
}

/** The values of the properties that the page does not set. */
export const initialSettings: Partial<Settings> = Object.fromEntries(
  settingNames.flatMap((name) => (settings[name].initial === undefined ? [] : [[name, settings[name].initial]])),
);
