import type {CardMessages} from './messages.js';

export const en: CardMessages = {
  launcher: 'Chat',
  exposeTitle: 'Can we help you?',
  exposeBody: 'Our team is here for you.',
  accept: 'Start chat',
  dismiss: 'No, thanks',
  close: 'Close',
  conversationTitle: 'Pick up where you left off',
  conversationBody: 'Your chat is still open.',
  resume: 'Continue chat',
  notNow: 'Not now',
  more: 'More options',
  snooze: 'Ask me later',
  optOut: 'Don’t invite me again',
  snoozed: 'We will ask again later.',
  optedOut: 'We will not invite you again.',
  unread: {one: '{count} unread message', other: '{count} unread messages'},
};
