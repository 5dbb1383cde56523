import {html, type TemplateResult} from 'lit/html.js';

/** Outlines in a box of 24 × 24. */
export const chatPath = 'M21 11.5a8.5 8.5 0 0 1-12.5 7.5L3.5 20.5 5 15.5a8.5 8.5 0 1 1 16-4ZM8.5 11.5h0m4 0h0m4 0h0';
export const closePath = 'm7 7 10 10m0-10L7 17';
export const foldPath = 'm6 9.5 6 6 6-6';
export const morePath = 'M6 12h0m6 0h0m6 0h0';

export const icon = (path: string): TemplateResult =>
  html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path}></path></svg>`;
