import {createLazySource} from '../engagement/lazy-source.js';
import type {EngagementSource} from '../engagement/source.js';
import {areSources} from '../engagement/sources/source-check.js';
import type {Triggers, TriggerSettings} from '../engagement/triggers/trigger.js';
import type * as triggersFile from '../engagement/triggers/triggers.js';

interface Loaded {
  readonly file: typeof triggersFile;
  readonly triggers: Triggers;
}

/** Lets sources invite only when the moment has come that the page has set, if it has set one. */
export function withTriggers(
  sources: readonly EngagementSource[],
  settings: TriggerSettings,
): readonly EngagementSource[] {
  const {showAfterScroll, showOnExit, showOnUrl, hours} = settings;
  const isFree = [showAfterScroll, showOnExit, showOnUrl, hours].every((it) => it === undefined);
  // The session tells what is wrong with a list that is none.
  if (isFree || !areSources(sources)) return sources;
  let loading: Promise<Loaded> | undefined;
  const load = (): Promise<Loaded> => (loading ??= loadTriggers(settings));
  return [createProblemSource(load), ...sources.map((source) => hold(source, load))];
}

async function loadTriggers(settings: TriggerSettings): Promise<Loaded> {
  const file = await import('../engagement/triggers/triggers.js');
  return {file, triggers: file.createTriggers(settings)};
}

/** Tells once what is wrong with the triggers. */
function createProblemSource(load: () => Promise<Loaded>): EngagementSource {
  return {
    name: 'triggers',
    isListener: true,
    start(report) {
      load().then(
        ({triggers}) => triggers.problems.forEach((error) => report({type: 'trouble', error})),
        () => undefined,
      );
    },
  };
}

function hold(source: EngagementSource, load: () => Promise<Loaded>): EngagementSource {
  const {name, isListener = false} = source;
  const lazy = createLazySource({
    name,
    isListener,
    isEager: true,
    load: async () => {
      const {file, triggers} = await load();
      return file.createTriggeredSource(source, triggers);
    },
  });
  return {...lazy, report: async (attributes) => source.report?.(attributes)};
}
