/** How far a finger goes down before that counts, in px. */
const distance = 48;

/** Folds the card when a finger swipes it down. */
export class SwipeDown {
  readonly #fold: () => void;
  #start: Touch | undefined;

  constructor(fold: () => void) {
    this.#fold = fold;
  }

  /** Listens to the touches on the card. */
  readonly follow = (event: TouchEvent): void => {
    const {type, touches, changedTouches} = event;
    if (type === 'touchstart') this.#start = touches.length === 1 && !isScrolled(event) ? touches[0] : undefined;
    const down = this.#downTo(changedTouches[0]);
    // Otherwise the page below would be scrolled, or loaded again.
    if (type === 'touchmove' && down > 0 && event.cancelable) event.preventDefault();
    if (type === 'touchend' && down > distance) this.#fold();
  };

  /** How far down a finger has gone, in px; not when it goes more to the side. */
  #downTo(touch: Touch | undefined): number {
    if (!this.#start || !touch) return 0;
    const [across, down] = [touch.clientX - this.#start.clientX, touch.clientY - this.#start.clientY];
    return Math.abs(across) < down ? down : 0;
  }
}

/** In a card that is scrolled, a swipe scrolls it back. */
function isScrolled({currentTarget}: TouchEvent): boolean {
  const card = currentTarget as HTMLElement;
  return !card.popover || !!card.firstElementChild?.scrollTop;
}
