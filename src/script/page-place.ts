/** By this attribute a copy of the script's tag, in a saved or cached page, is known from a tag of the page's own. */
export const mark = 'data-script';

export interface PagePlaceListener {
  /** The page has taken the tag away for good. */
  readonly onLeave: () => void;
  /** The page has put it on the page again. */
  readonly onReturn: () => void;
  /** It was put back where it belongs. */
  readonly onMove: () => void;
}

/** The place of the script's tag: where the page has it, or at the end of the body, where it is kept. */
export class PagePlace {
  readonly #tag: HTMLElement;
  readonly #listener: PagePlaceListener;
  /** Whether the script made the tag, and not the page. */
  readonly isOurs: boolean;
  /** Resolves when the tag is on the page. */
  readonly attached: Promise<void>;
  #isGone = false;
  #letGo = (): void => undefined;

  /** @param parsed resolves when the page has its whole body */
  constructor(tag: HTMLElement, parsed: Promise<unknown>, listener: PagePlaceListener) {
    this.#tag = tag;
    this.#listener = listener;
    this.isOurs = !tag.isConnected;
    this.attached = this.isOurs ? parsed.then(() => this.#attach()) : Promise.resolve();
  }

  /** Whether the page has taken the tag away. */
  get isGone(): boolean {
    return this.#isGone || !(this.isOurs || this.#tag.isConnected);
  }

  /** Takes the tag from the page for good. */
  remove(): void {
    this.#letGo();
    this.#tag.remove();
    this.#leave();
  }

  #attach(): void {
    if (this.#isGone) return;
    // Until there is something to show, the tag must not count as an item of a grid or flex layout.
    this.#tag.hidden = true;
    const onReturn = (): void => {
      this.#isGone = false;
      this.#listener.onReturn();
    };
    this.#letGo = keepOnPage(this.#tag, {...this.#listener, onReturn, onLeave: () => this.#leave()});
  }

  #leave(): void {
    this.#isGone = true;
    this.#listener.onLeave();
  }
}

/**
 * Puts a tag at the end of the body, and puts it back when the page takes it away with everything else, as pages do that
 * navigate without a new document. A tag that is taken away alone, or from where the page has put it, stays away.
 *
 * @returns a function that lets go of the tag
 */
function keepOnPage(tag: HTMLElement, {onLeave, onReturn, onMove}: PagePlaceListener): () => void {
  let isMeant = false;
  let isGone = false;
  let place = put(tag);
  /** Whether the page has taken away the tag and nothing beside it, as it says or does nothing else. */
  const isWanted = (records: readonly MutationRecord[]): boolean => {
    const taken = records.flatMap(({target, removedNodes}) => (target === place ? [...removedNodes] : []));
    return taken.length === 1 && taken[0] === tag && (isMeant || records.length === 1);
  };
  const putBack = (): void => {
    place = put(tag);
    onMove();
  };
  // All of the document, because what takes the tag away may be any of the nodes around it, and may be replaced itself.
  const observer = new MutationObserver((records) => {
    if (tag.isConnected) {
      place = tag.parentNode;
      if (isGone) onReturn();
      isGone = isMeant = false;
      // It waited there for a body.
      if (place?.nodeName === 'HTML' && document.querySelector('body')) putBack();
    } else if (!isGone) {
      isGone = !isBody(place) || isWanted(records);
      if (isGone) onLeave();
      else putBack();
    }
  });
  tag.setAttribute(mark, '');
  tag.remove = () => {
    isMeant = true;
    // Not by `Element.prototype`, which Prototype.js and MooTools replace.
    tag.parentNode?.removeChild(tag);
  };
  observer.observe(document, {childList: true, characterData: true, subtree: true});
  return () => observer.disconnect();
}

/** Puts the tag at the end of the body, in the place of its copies, and returns where it is. */
function put(tag: HTMLElement): Node | null {
  for (const copy of document.querySelectorAll(`[${mark}]`)) if (copy !== tag) copy.remove();
  // An image named `body` hides the document's property. Between two bodies there is none.
  (document.querySelector('body') ?? document.querySelector('html'))?.append(tag);
  return tag.parentNode;
}

const isBody = (node: Node | null): boolean => /^(body|html)$/i.test(node?.nodeName ?? 'body');
