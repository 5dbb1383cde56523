import type {Messages} from './messages.js';

export const de: Messages = {
  launcher: 'Chat',
  exposeTitle: 'Können wir Ihnen helfen?',
  exposeBody: 'Jemand aus unserem Team hat gerade Zeit für Sie.',
  accept: 'Chat starten',
  dismiss: 'Nein, danke',
  close: 'Schließen',
  conversationTitle: 'Möchten Sie weiterchatten?',
  conversationBody: 'Ihr Chat mit uns ist noch offen.',
  resume: 'Chat fortsetzen',
  notNow: 'Jetzt nicht',
};
