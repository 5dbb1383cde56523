import type {Area} from './fixed-boxes.js';

/** How far surfaces are lifted at most, as a part of the window's height. */
export const mostOfWindow = 1 / 3;

/** The part of a surface's place, `rise` px above where it is, that anything to avoid can be in. */
export function areaOf(surface: HTMLElement, rise = 0): Area {
  const {left, right} = surface.getBoundingClientRect();
  // Not from its box, which moves while it comes and goes.
  const bottom = innerHeight - parseFloat(getComputedStyle(surface).bottom) - rise;
  return {left, right, bottom, top: Math.max(bottom - surface.offsetHeight, innerHeight * (1 - mostOfWindow))};
}
