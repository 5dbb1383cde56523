import {createExitTrigger} from './exit-trigger.js';
import {createHoursTrigger} from './hours-trigger.js';
import {createScrollTrigger} from './scroll-trigger.js';
import type {Trigger, Triggers, TriggerSettings} from './trigger.js';
import {createUrlTrigger} from './url-trigger.js';

export {createTriggeredSource} from './triggered-source.js';

/** Makes the triggers that a page has set. */
export function createTriggers({showAfterScroll, showOnExit, showOnUrl, hours}: TriggerSettings): Triggers {
  const problems: Error[] = [];
  const make = <Value>(value: Value | undefined, create: (value: Value) => Trigger): readonly Trigger[] => {
    if (value === undefined) return [];
    try {
      return [create(value)];
    } catch (error) {
      problems.push(error as Error);
      return [];
    }
  };
  return {
    conditions: [...make(showOnUrl, (it) => createUrlTrigger(it)), ...make(hours, (it) => createHoursTrigger(it))],
    moments: [
      ...make(showAfterScroll, (it) => createScrollTrigger(it)),
      ...make(showOnExit || undefined, () => createExitTrigger()),
    ],
    problems,
  };
}
