import {svg, type SVGTemplateResult} from 'lit';
import type {Look} from './rows/row-view.js';

export const icons: Readonly<Record<Look | 'recording' | 'mark' | 'more', SVGTemplateResult>> = {
  engagement: svg`<path d="M20 11a8 8 0 0 1-11.5 7.2L4 19.5l1.4-4.4A8 8 0 1 1 20 11Z"></path>`,
  customer: svg`<path d="M12 11.5a3.75 3.75 0 1 0 0-7.5 3.75 3.75 0 0 0 0 7.5ZM5 20c.6-3.4 3.4-5.5 7-5.5s6.4 2.1 7 5.5"></path>`,
  agent: svg`<path d="M5 15v-3a7 7 0 0 1 14 0v3M5 13h2.5v5H6a1 1 0 0 1-1-1v-4Zm14 0h-2.5v5H18a1 1 0 0 0 1-1v-4Zm-2 5c0 1.7-1.6 2.5-4 2.5"></path>`,
  automation: svg`<path d="M6 9h12v9H6zM12 9V5m-1.5 0h3M9.5 13h0m5 0h0M3.5 12.5v3m17-3v3"></path>`,
  other: svg`<path d="M12 19a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z"></path>`,
  queue: svg`<path d="M7 4h10M7 20h10M8 4v3l4 5-4 5v3m8-16v3l-4 5 4 5v3"></path>`,
  transfer: svg`<path d="M4 9h14l-4-4m6 10H6l4 4"></path>`,
  recording: svg`<path d="M12 14.5a3 3 0 0 0 3-3V7a3 3 0 1 0-6 0v4.5a3 3 0 0 0 3 3Zm-6-3a6 6 0 0 0 12 0m-6 6V21"></path>`,
  mark: svg`<path d="M12 4.5 3.5 19.5h17L12 4.5Zm0 6v4m0 2.5h0"></path>`,
  more: svg`<path d="m7 10 5 5 5-5"></path>`,
};
