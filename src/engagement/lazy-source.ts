import type {EngagementSource} from './source.js';

export interface LazySourceOptions {
  readonly name: string;
  readonly load: () => Promise<EngagementSource>;
  /** Whether the source has work to do as soon as it is started, and not only when a message comes. */
  readonly isEager: boolean;
}

type Run = Parameters<EngagementSource['start']>;

/** A listener whose code is loaded when there is work for it. */
export function createLazySource({name, load, isEager}: LazySourceOptions): EngagementSource {
  let run: Run | undefined;
  let started: Run | undefined;
  let loading: Promise<EngagementSource> | undefined;

  const use = async (act: (source: EngagementSource) => void): Promise<void> => {
    try {
      const source = await (loading ??= load());
      if (run && run !== started && !run[1].aborted) source.start(...(started = run));
      act(source);
    } catch (error) {
      loading = undefined;
      if (!run) return;
      const [report, , state] = run;
      report({type: state().name === 'connecting' ? 'fail' : 'trouble', error: error as Error});
    }
  };

  return {
    name,
    isListener: true,
    start: (...started) => {
      run = started;
      if (isEager || loading) void use(() => undefined);
    },
    acknowledge: (act, offer) => void use((source) => source.acknowledge?.(act, offer)),
    notify: (message) => void use((source) => source.notify?.(message)),
  };
}
