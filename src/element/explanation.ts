import type {EngagementFact} from '../engagement/state.js';
import type {Diagnosis} from '../tag/diagnosis/diagnosis.js';
import type {ReasonLog} from '../tag/diagnosis/reason-log.js';
import type {Situation} from '../tag/diagnosis/situation.js';
import type {SessionController} from '../tag/session-controller.js';
import type {ElementHost} from './element-host.js';
import type {OfferView} from './offer-view.js';

/** Tells the page's author why a visitor sees what they see. What finds it out is loaded when it is asked for. */
export class Explanation {
  readonly #host: ElementHost;
  readonly #session: SessionController;
  readonly #view: () => OfferView | undefined;
  #log: Promise<ReasonLog> | undefined;

  constructor(host: ElementHost, session: SessionController, view: () => OfferView | undefined) {
    this.#host = host;
    this.#session = session;
    this.#view = view;
    host.addController(this);
  }

  hostUpdated(): void {
    this.follow();
  }

  /**
   * Writes, with `debug`, the reasons as they arise.
   *
   * @param fact what has happened; undefined when only what can be seen may have changed
   */
  follow(fact?: EngagementFact): void {
    if (!this.#host.debug) return;
    const situation = this.#situation;
    this.#log ??= import('../tag/diagnosis/diagnosis-file.js').then(({ReasonLog}) => new ReasonLog());
    this.#log.then(
      (log) => log.write(situation, fact),
      () => (this.#log = undefined),
    );
  }

  async diagnose(): Promise<Diagnosis> {
    const {diagnose} = await import('../tag/diagnosis/diagnosis-file.js');
    return diagnose(this.#situation);
  }

  get #situation(): Situation {
    const {state, fact, session} = this.#session;
    const [tag, view] = [this.#host, this.#view()];
    const setting: Situation['setting'] = (name) => tag[name];
    const storage = session?.storage ?? 'memory';
    return {tag, setting, state, fact, hasSession: !!session, storage, hindrance: view ? view.hindrance : 'loading'};
  }
}
