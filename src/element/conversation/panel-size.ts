import {html, type TemplateResult} from 'lit';
import {icon} from '../card/icons.js';
import {resizePath} from './panel-icons.js';

interface Size {
  readonly inline: string;
  readonly block: string;
}

/** Where a drag began, in px of the window, and how large the panel was then. */
interface Drag {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const normal: Size = {inline: '25em', block: '38em'};
const large: Size = {inline: '40em', block: '56em'};

/** How far an arrow key moves the handle, in px. */
const step = 32;

/** How far a pointer may tremble during a click, in px. */
const tremor = 6;

const moves = new Map<string, readonly [right: number, down: number]>([
  ['ArrowLeft', [-step, 0]],
  ['ArrowRight', [step, 0]],
  ['ArrowUp', [0, -step]],
  ['ArrowDown', [0, step]],
]);

/**
 * The size of the panel, and the handle that changes it: by dragging, with arrow keys, Home and End, and for those who can
 * do neither with a click, which changes between the normal and a large size.
 *
 * The smallest and the largest size are the style sheet's, so that they follow the window.
 */
export class PanelSize {
  readonly #style: CSSStyleDeclaration;
  readonly #onChange: () => void;
  #isNormal = true;
  #drag: Drag | undefined;
  #isDragged = false;

  /** Writes the size into `style`, that of a rule, because a page may forbid inline styles. */
  constructor(style: CSSStyleDeclaration, onChange: () => void) {
    this.#style = style;
    this.#onChange = onChange;
    this.#set(normal);
  }

  /** Renders the handle; it belongs into the corner that moves. */
  render(label: string): TemplateResult {
    return html`<button
      part="resize"
      title=${label}
      aria-label=${label}
      aria-pressed=${!this.#isNormal}
      @click=${(event: MouseEvent) => this.#toggle(event)}
      @keydown=${(event: KeyboardEvent) => this.#followKey(event)}
      @pointerdown=${(event: PointerEvent) => this.#startDrag(event)}
      @pointermove=${(event: PointerEvent) => this.#followDrag(event)}
      @lostpointercapture=${() => (this.#drag = undefined)}
    >
      ${icon(resizePath)}
    </button>`;
  }

  #toggle({detail}: MouseEvent): void {
    // A drag ends with a click, too; one made by a key has no detail.
    if (detail && this.#isDragged) return;
    this.#set(this.#isNormal ? large : normal);
  }

  #followKey(event: KeyboardEvent): void {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const {key, currentTarget} = event;
    const handle = currentTarget as HTMLElement;
    const move = moves.get(key);
    if (key === 'Home') this.#set({inline: '0', block: '0'});
    else if (key === 'End') this.#set({inline: '100vw', block: '100vh'});
    else if (move) this.#resize(handle, sizeOf(panelOf(handle)), ...move);
    else return;
    event.preventDefault();
  }

  #startDrag({button, isPrimary, pointerId, clientX: x, clientY: y, currentTarget}: PointerEvent): void {
    if (button || !isPrimary) return;
    const handle = currentTarget as HTMLElement;
    this.#drag = {x, y, ...sizeOf(panelOf(handle))};
    this.#isDragged = false;
    handle.setPointerCapture(pointerId);
  }

  #followDrag({clientX, clientY, currentTarget}: PointerEvent): void {
    if (!this.#drag) return;
    const [right, down] = [clientX - this.#drag.x, clientY - this.#drag.y];
    this.#isDragged ||= Math.hypot(right, down) > tremor;
    if (this.#isDragged) this.#resize(currentTarget as HTMLElement, this.#drag, right, down);
  }

  /** Makes the panel as large as it becomes when its handle goes so many px to the right and down. */
  #resize(handle: HTMLElement, {width, height}: Pick<Drag, 'width' | 'height'>, right: number, down: number): void {
    const outwards = isOnTheLeft(handle) ? -right : right;
    this.#set({inline: `${width + outwards}px`, block: `${height - down}px`});
  }

  #set(size: Size): void {
    this.#style.setProperty('inline-size', size.inline);
    this.#style.setProperty('block-size', size.block);
    const isNormal = size === normal;
    if (isNormal === this.#isNormal) return;
    this.#isNormal = isNormal;
    this.#onChange();
  }
}

function panelOf(handle: HTMLElement): HTMLElement {
  return handle.closest<HTMLElement>('.panel') ?? handle;
}

/** Not from its box, which is smaller while the panel comes. */
function sizeOf({offsetWidth: width, offsetHeight: height}: HTMLElement): Pick<Drag, 'width' | 'height'> {
  return {width, height};
}

/** Reads the side off the screen, because placement and direction decide about it together. */
function isOnTheLeft(handle: HTMLElement): boolean {
  const [inner, outer] = [handle.getBoundingClientRect(), panelOf(handle).getBoundingClientRect()];
  return inner.left - outer.left < outer.right - inner.right;
}
