import type {EngagementSource} from './source.js';

export interface LazySourceOptions {
  readonly name: string;
  readonly load: () => Promise<EngagementSource>;
  /** Whether the session goes on without its answer. */
  readonly isListener: boolean;
  /** Whether the source has work as soon as it is started, and not only when a message comes. */
  readonly isEager: boolean;
}

type Run = Parameters<EngagementSource['start']>;

/** A source whose code is loaded when there is work for it. */
export function createLazySource({name, load, isListener, isEager}: LazySourceOptions): EngagementSource {
  let run: Run | undefined;
  let started: Run | undefined;
  let source: EngagementSource | undefined;
  let loading: Promise<EngagementSource> | undefined;

  const begin = (): unknown =>
    run && run !== started && !run[1].aborted ? source?.start(...(started = run)) : undefined;

  const whenLoaded = async (act: () => unknown): Promise<void> => {
    try {
      source = await (loading ??= load());
      await Promise.all([begin(), act()]);
    } catch (error) {
      loading = undefined;
      if (!run) return;
      const [report, , state] = run;
      report({type: state().name === 'connecting' ? 'fail' : 'trouble', error: error as Error});
    }
  };

  /** Runs synchronously if possible, because a page that is being left does not wait. */
  const use = (act: () => unknown): unknown => (source ? act() : whenLoaded(act));

  return {
    name,
    isListener,
    start: (...now) => {
      run = now;
      return isEager || source ? use(begin) : undefined;
    },
    acknowledge: (act, offer) => use(() => source?.acknowledge?.(act, offer)),
    notify: (message) => use(() => source?.notify?.(message)),
  };
}
