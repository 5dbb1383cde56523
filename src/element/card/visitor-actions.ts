import type {Sleep} from '../../http/sleep.js';
import type {Catalog} from '../../messages/catalog.js';
import type {SessionController} from '../../tag/session-controller.js';
import {find, type ElementHost} from '../element-host.js';
import type {SurfaceState} from '../surface-state.js';
import type {CardAction} from './card-action.js';
import type {Refusal, Refused} from './details/refusal.js';

export interface VisitorActionsOptions {
  readonly session: SessionController;
  readonly surfaceState: SurfaceState;
  readonly catalog: () => Catalog | undefined;
  readonly sleep?: Sleep | undefined;
}

/** How long an invitation rests when the visitor wants it later, in s. */
const rest = 3600;

/** Carries out what the visitor does with the card and the launcher. */
export class VisitorActions {
  readonly #host: ElementHost;
  readonly #options: VisitorActionsOptions;
  #refusal: Refusal | undefined;

  constructor(host: ElementHost, options: VisitorActionsOptions) {
    this.#host = host;
    this.#options = options;
  }

  act(name: CardAction): void {
    const {surfaceState} = this.#options;
    switch (name) {
      case 'open':
        return surfaceState.open('visitor');
      case 'more':
        return this.#showOptions(surfaceState.surface !== 'options');
      case 'snooze':
        return this.#refuse('snoozed', () => this.#host.snooze(rest));
      case 'optOut':
        return this.#refuse('optedOut', () => this.#host.optOut());
      case 'accept':
        return this.#host.accept();
      case 'dismiss':
        // Of a conversation it says “Not now”.
        return surfaceState.presented?.name === 'expose' ? this.#host.dismiss() : surfaceState.fold('visitor');
      case 'hide':
        surfaceState.fold('visitor');
    }
  }

  /** Leaves the options of the card, or else folds the card. */
  leave(): void {
    const {surfaceState} = this.#options;
    if (surfaceState.surface === 'options') this.#showOptions(false);
    else surfaceState.fold('visitor');
  }

  #showOptions(isOpen: boolean): void {
    // What is said after it has to be there by then. A failure shows when it is needed.
    if (isOpen) import('./details/details.js').catch(() => undefined);
    this.#options.surfaceState.setOptions(isOpen);
    const part = isOpen ? 'snooze' : 'more';
    void this.#host.updateComplete.then(() => find(this.#host, `[part=${part}]`)?.focus());
  }

  /** Refuses the invitation in one of the further ways, and says what follows. */
  #refuse(refused: Refused, refuse: () => void): void {
    const {surfaceState, session, catalog} = this.#options;
    const words = catalog();
    const hadKeyboard = !!find(this.#host, 'button:focus-visible');
    if (!surfaceState.presented || !session.dispatch('dismiss', surfaceState.presented.offer)) return;
    refuse();
    if (words) void this.#say(refused, words, hadKeyboard);
  }

  async #say(refused: Refused, words: Catalog, hadKeyboard: boolean): Promise<void> {
    try {
      const {Refusal} = await import('./details/details.js');
      // The focus goes back to the page with the card.
      await this.#host.updateComplete;
      this.#refusal ??= new Refusal(this.#host, this.#options);
      this.#refusal.show(refused, words, hadKeyboard);
    } catch (error) {
      this.#options.session.tell(error);
    }
  }
}
