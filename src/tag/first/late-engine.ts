import {sleep as realSleep, type Sleep} from '../../http/sleep.js';
import type {EngagementSession} from '../../engagement/session.js';
import type {FirstQuestion} from './first-ask.js';

/** Something to do with an engine. */
export type Act = (engine: EngagementSession) => void;

/** The engine of a session, which comes when there is something to do with it. */
export class LateEngine {
  readonly #load: () => Promise<EngagementSession>;
  readonly #sleep: Sleep;
  #acts: Act[] = [];
  #loading: Promise<EngagementSession> | undefined;
  #engine: EngagementSession | undefined;

  /** @param load may be called again when it rejects */
  constructor(load: () => Promise<EngagementSession>, sleep: Sleep = realSleep) {
    this.#load = load;
    this.#sleep = sleep;
  }

  get isHere(): boolean {
    return !!this.#engine;
  }

  get isComing(): boolean {
    return !!this.#loading;
  }

  /** Does something with the engine: at once if it is there, and otherwise, in order, when it has come. */
  use(act: Act): void {
    if (this.#engine) return act(this.#engine);
    this.#acts.push(act);
    this.hurry();
  }

  /** Drops what is still to be done. */
  forget(): void {
    this.#acts = [];
  }

  /** Lets the engine come. */
  hurry(): void {
    this.get().catch(() => undefined);
  }

  /** Lets it come after `delay` ms, unless `signal` aborts before. */
  hurryAfter(delay: number, signal: AbortSignal): void {
    this.#sleep(delay, signal).then(
      () => this.hurry(),
      () => undefined,
    );
  }

  /** Resolves with the engine when what was to be done with it before is done. */
  get(): Promise<EngagementSession> {
    this.#loading ??= this.#receive().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  async #receive(): Promise<EngagementSession> {
    const engine = await this.#load();
    this.#engine = engine;
    for (const act of this.#acts.splice(0)) act(engine);
    return engine;
  }
}

/** Resolves when an engine has its answer, or its run ends. */
export function answerOf(engine: EngagementSession, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    engine.subscribe(({fact}) => {
      if (!['hint', 'retry', 'trouble'].includes(fact.type)) resolve();
    });
    signal.addEventListener('abort', () => resolve());
    if (signal.aborted) resolve();
  });
}

/** Keeps an answer, from which the next page and the other tabs go on before there is an engine, unless `isVoid` by then. */
export async function keepAnswer({keep, release}: FirstQuestion, isVoid: () => boolean): Promise<void> {
  // The engine tells when the storage fails.
  await keep?.(isVoid).catch(() => undefined);
  if (keep) release();
}
