import {noChange, nothing} from 'lit';
import {directive, Directive, type ElementPart} from 'lit/directive.js';

type Side = 'marginBlockStart' | 'paddingBlockEnd';

/** Leaves room, in px, for rows that are not drawn, by way of the CSSOM as `barPosition` does. */
class Room extends Directive {
  #size = 0;

  override render(_side: Side, _size: number): typeof nothing {
    return nothing;
  }

  override update({element}: ElementPart, [side, size]: [Side, number]): typeof noChange {
    if (size !== this.#size) (element as HTMLElement).style[side] = `${size}px`;
    this.#size = size;
    return noChange;
  }
}

export const room = directive(Room);
