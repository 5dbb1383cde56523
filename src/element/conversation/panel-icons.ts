import {html} from 'lit';

export const windowIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M13.5 5H19v5.5M19 5l-8 8M9 6H6.5A1.5 1.5 0 0 0 5 7.5v10A1.5 1.5 0 0 0 6.5 19h10a1.5 1.5 0 0 0 1.5-1.5V15"></path></svg>`;

export const resizeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M6.5 12.5v-6h6m5 5v6h-6m-5-11 11 11"></path></svg>`;
