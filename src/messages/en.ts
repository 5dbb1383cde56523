import type {CardMessages} from './messages.js';

export const en: CardMessages = {
  launcher: 'Chat',
  invitation: '1 invitation',
  exposeTitle: 'Can we help you?',
  exposeBody: 'Chat with our team now.',
  accept: 'Start chat',
  dismiss: 'No, thanks',
  close: 'Hide invitation',
  conversationTitle: 'Pick up where you left off',
  conversationBody: 'Your chat is still open.',
  resume: 'Continue chat',
  notNow: 'Not now',
  more: 'More options',
  snooze: 'Ask me in an hour',
  optOut: 'Don’t invite me again',
  unread: {one: '{count} unread message', other: '{count} unread messages'},
};
