export const anyLanguage = 'web-engagement-{language}.js';
export const defineWithDependencies = 'define.js + dependencies';

interface LoadedFile {
  readonly when: string;
  /** Most bytes of brotli that it may have. */
  readonly budget?: number;
}

const forTransport: LoadedFile = {when: 'script tag: for its transport'};

/** What a visitor's browser loads, in the order of the tables. */
export const loadedFiles: Readonly<Record<string, LoadedFile>> = {
  'web-engagement.js': {when: 'script tag: always', budget: 11_000},
  'web-engagement-element.js': {when: 'script tag: when there is something to show', budget: 13_700},
  'web-engagement-schemas.js': {
    when: 'script tag: when an answer may hold an offer, or the page sets what has to be checked',
    budget: 8_000,
  },
  'web-engagement-notifications.js': {when: 'script tag: when the page listens to notifications', budget: 11_000},
  'web-engagement-sse.js': forTransport,
  'web-engagement-bayeux.js': forTransport,
  'web-engagement-window.js': forTransport,
  'web-engagement-handoff.js': {when: 'script tag: when the page offers hand-offs'},
  'web-engagement-details.js': {when: 'script tag: for a wait time, a hand-off, or a conversation that can be ended'},
  'web-engagement-conversation-opener.js': {when: 'script tag: when the card opens a window or the panel'},
  'web-engagement-panel.js': {when: 'script tag: when the panel opens'},
  'web-engagement-en-details.js': {
    when: 'script tag: the English sentences of the panel and of what only some cards have',
  },
  [anyLanguage]: {when: 'script tag: for another language than English; the largest of 21', budget: 800},
  [defineWithDependencies]: {when: 'npm: what an application adds to its own bundle at once', budget: 23_400},
};
