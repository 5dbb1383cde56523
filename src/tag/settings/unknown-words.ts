import {warn} from '../console.js';
import {attributeOf} from './attribute-name.js';
import {settingNames, settings, type SettingName} from './settings.js';

/** Tells the page's author about values that a setting does not know, each of them once. */
export class UnknownWords {
  readonly #told = new Set<unknown>();

  check(read: (name: SettingName) => unknown): void {
    for (const name of settingNames) {
      const problem = findProblem(name, read(name));
      if (problem && !this.#told.has(problem)) warn(problem);
      this.#told.add(problem);
    }
  }
}

/** What is wrong with the value of a setting, and what is used instead. */
export function findProblem(name: SettingName, value: unknown): string | undefined {
  const {choices, fallback, initial} = settings[name];
  const problem = (expected: string, used: unknown): string =>
    `Expected ${attributeOf(name)} to be ${expected}, got ${JSON.stringify(String(value))}; ${String(used)} is used`;
  if (choices && value != null && !choices.includes(value as string)) return problem(choices.join(', '), fallback);
  return Number.isNaN(value) ? problem('a number', initial ?? 'the default') : undefined;
}

/** Tells whether there is a setting of this name; the page's author hears of one that there is not. */
export function isSetting(name: string): name is SettingName {
  if (Object.hasOwn(settings, name)) return true;
  warn(`Expected the name of a setting, got ${JSON.stringify(name)}; there are ${settingNames.join(', ')}`);
  return false;
}
