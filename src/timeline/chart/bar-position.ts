import {noChange, nothing} from 'lit';
import {directive, Directive, type ElementPart} from 'lit/directive.js';
import type {Bar} from './placement.js';

type Range = Pick<Bar, 'from' | 'to'>;

/** Puts a bar where it belongs, by way of the CSSOM: a style attribute would need a hole in the page's policy. */
class BarPosition extends Directive {
  override render(_range: Range): typeof nothing {
    return nothing;
  }

  override update({element}: ElementPart, [{from, to}]: [Range]): typeof noChange {
    const {style} = element as HTMLElement;
    style.setProperty('--from', from.toFixed(5));
    style.setProperty('--to', to.toFixed(5));
    return noChange;
  }
}

export const barPosition = directive(BarPosition);
