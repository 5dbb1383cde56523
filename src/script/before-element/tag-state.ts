import {EngagementStateChangeEvent, type StateChangeDetail} from '../../tag/event-classes.js';

/** The state of a tag that is no element yet, of which the page hears by events. */
export class TagState {
  readonly #tag: HTMLElement;
  readonly #attached: Promise<void>;
  #name: StateChangeDetail['to'] = 'idle';

  /** @param attached resolves when the tag is on the page */
  constructor(tag: HTMLElement, attached: Promise<void>) {
    this.#tag = tag;
    this.#attached = attached;
  }

  get name(): StateChangeDetail['to'] {
    return this.#name;
  }

  /** Changes the state, and resolves when the page has heard of it. */
  change(to: StateChangeDetail['to'], cause: StateChangeDetail['cause']): Promise<void> {
    const from = this.#name;
    this.#name = to;
    return from === to ? this.#attached : this.tell(new EngagementStateChangeEvent({from, to, cause}));
  }

  /** Begins anew, of which the page hears nothing. */
  forget(): void {
    this.#name = 'idle';
  }

  /** What happens before the tag is on the page is told when it is. */
  async tell(event: Event): Promise<void> {
    await this.#attached;
    this.#tag.dispatchEvent(event);
  }
}
