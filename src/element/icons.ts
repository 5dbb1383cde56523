import {html} from 'lit';

export const chatIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3.5c5 0 9 3.4 9 7.6s-4 7.6-9 7.6c-1 0-2-.1-2.9-.4L4.6 20.4c-.5.3-1-.2-.9-.7l.9-3.6C3.6 14.7 3 13 3 11.1c0-4.2 4-7.6 9-7.6Z"></path><path d="M8 11.2h.01M12 11.2h.01M16 11.2h.01"></path></svg>`;

export const foldIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m6 9.5 6 6 6-6"></path></svg>`;

export const closeIcon = html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d="m7 7 10 10M17 7 7 17"></path></svg>`;
