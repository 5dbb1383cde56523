export const anyLanguage = 'web-engagement-{language}.js';

const forTransport = 'for its transport';

/** When a visitor's browser loads the files of the script tag, in the order of the tables. */
export const loadedFiles: Readonly<Record<string, string>> = {
  'web-engagement.js': 'always',
  'web-engagement-card.js': 'for an offer',
  'web-engagement-element.js':
    'after the card, or as soon as there is more to do than to ask and to show an offer: a failure, a command, or notifications',
  'web-engagement-session.js': 'after the element, when the offer was seen, or as soon as there is more to do',
  'web-engagement-arrival.js': "when the script has no settings, or for 'init'",
  'web-engagement-diagnose.js': "for 'diagnose', and with `debug`",
  'web-engagement-schemas.js': 'when the page sets data that must be checked',
  'web-engagement-notifications.js': 'when the page listens to notifications',
  'web-engagement-sse.js': forTransport,
  'web-engagement-bayeux.js': forTransport,
  'web-engagement-window.js': forTransport,
  'web-engagement-handoff.js': 'when the page offers hand-offs',
  'web-engagement-details.js': 'for a wait time, a hand-off, or a conversation that the visitor can end',
  'web-engagement-conversation-opener.js': 'when the card opens a window or the panel',
  'web-engagement-panel.js': 'when the panel opens',
  'web-engagement-en-details.js': 'for the panel and optional parts of the card: their English sentences',
  'web-engagement-ticket.js': 'for transports of notifications, and their tickets',
  'web-engagement-zod.js': 'with the schemas, with notifications, and with hand-offs',
  'web-engagement-safe-url.js': 'when an address is to be opened or listened to',
  [anyLanguage]: 'for a language other than English (the largest of 21)',
};
