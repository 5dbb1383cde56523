/** By this attribute a copy of the script's tag, in a saved or cached page, is known from a tag of the page's own. */
export const mark = 'data-script';

export interface PagePlaceListener {
  /** The page has taken the tag away for good. */
  readonly onLeave: () => void;
  /** The page has put it on the page again. */
  readonly onReturn: () => void;
}

/**
 * Puts a tag at the end of the body, and puts it back when the page takes it away with everything else, as pages do that
 * navigate without a new document. A tag that is taken away alone, or from where the page has put it, stays away.
 *
 * @returns a function that lets go of the tag
 */
export function keepOnPage(tag: HTMLElement, {onLeave, onReturn}: PagePlaceListener): () => void {
  let isMeant = false;
  let isGone = false;
  let place = put(tag);
  /** Whether the page has taken away the tag and nothing beside it, as it says or does nothing else. */
  const isWanted = (records: readonly MutationRecord[]): boolean => {
    const taken = records.flatMap(({target, removedNodes}) => (target === place ? [...removedNodes] : []));
    return taken.length === 1 && taken[0] === tag && (isMeant || records.length === 1);
  };
  // All of the document, because what takes the tag away may be any of the nodes around it, and may be replaced itself.
  const observer = new MutationObserver((records) => {
    if (tag.isConnected) {
      place = tag.parentNode;
      if (isGone) onReturn();
      isGone = isMeant = false;
      // It waited there for a body.
      if (place?.nodeName === 'HTML' && document.querySelector('body')) place = put(tag);
    } else if (!isGone) {
      isGone = !isBody(place) || isWanted(records);
      if (isGone) onLeave();
      else place = put(tag);
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
