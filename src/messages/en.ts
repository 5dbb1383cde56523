import type {Messages} from './messages.js';

export const en: Messages = {
  launcher: 'Chat',
  exposeTitle: 'Can we help you?',
  exposeBody: 'Someone from our team has time for you now.',
  accept: 'Start chat',
  dismiss: 'No, thanks',
  close: 'Close',
  conversationTitle: 'Pick up where you left off',
  conversationBody: 'Your chat with us is waiting for you.',
  resume: 'Continue chat',
  notNow: 'Not now',
};
