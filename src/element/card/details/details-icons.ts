import {html} from 'lit';

export const problemIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 4 2.5 20h19ZM12 10v4.5m0 2.5h0"></path></svg>`;

export const endIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M10 4.5H5.5v15H10m5.5-12L20 12l-4.5 4.5M20 12H9.5"></path></svg>`;
