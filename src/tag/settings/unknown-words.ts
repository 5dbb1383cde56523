import {warn} from '../console.js';
import {attributeOf} from './attribute-name.js';
import {settingNames, settings, type SettingName} from './settings.js';

/** Tells the page's author about values that a setting does not know, each of them once. */
export class UnknownWords {
  readonly #told = new Set<unknown>();

  /** @param tag whose attributes say what was written where that could not be read */
  check(read: (name: SettingName) => unknown, tag?: Element): void {
    for (const name of settingNames) {
      const problem = findProblem(name, read(name), tag);
      if (problem && !this.#told.has(problem)) warn(problem);
      this.#told.add(problem);
    }
  }
}

/** What is wrong with the value of a setting, and what is used instead. */
export function findProblem(name: SettingName, value: unknown, tag?: Element): string | undefined {
  const {parse, choices, fallback, initial = 'the default', type} = settings[name];
  const attribute = attributeOf(name);
  const problem = (expected: string, got: unknown, used: unknown): string =>
    `Expected ${parse ? attribute : name} to be ${expected}, got ${JSON.stringify(String(got))}; ${String(used)} is used`;
  if (choices && value != null && !choices.includes(value as string))
    return problem(choices.join(', '), value, fallback);
  // Not the value, which may be about the visitor.
  if (!parse && value == null && tag?.hasAttribute(attribute))
    return `Expected ${name} to be a property, got an attribute; set it by script`;
  const isNumber = type === 'number';
  if (!type || value == null || (isNumber ? !isNaN(value as number) : typeof value === type)) return undefined;
  return problem(`a ${type}`, isNumber ? (tag?.getAttribute(attribute) ?? value) : typeof value, initial);
}

/** Tells whether there is a setting of this name; the page's author hears of one that there is not. */
export function isSetting(name: string): name is SettingName {
  if (Object.hasOwn(settings, name)) return true;
  warn(`Expected the name of a setting, got ${JSON.stringify(name)}; there are ${settingNames.join(', ')}`);
  return false;
}
