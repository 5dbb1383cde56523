/** What the visitor can do with a card and its launcher. */
export type CardAction = 'accept' | 'dismiss' | 'hide' | 'more' | 'open' | 'optOut' | 'snooze';
