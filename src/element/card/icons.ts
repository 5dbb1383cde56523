import {html} from 'lit';

export const chatIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M21 11.5a8.5 8.5 0 0 1-12.5 7.5L3.5 20.5 5 15.5a8.5 8.5 0 1 1 16-4ZM8.5 11.5h0m4 0h0m4 0h0"></path></svg>`;

export const closeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m7 7 10 10m0-10L7 17"></path></svg>`;

export const foldIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9.5 6 6 6-6"></path></svg>`;

export const moreIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6 12h0m6 0h0m6 0h0"></path></svg>`;
