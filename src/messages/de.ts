import type {Messages} from './messages.js';

export const de: Messages = {
  launcher: 'Chat',
  exposeTitle: 'Können wir Ihnen helfen?',
  exposeBody: 'Unser Team ist für Sie da.',
  accept: 'Chat starten',
  dismiss: 'Nein, danke',
  close: 'Schließen',
  conversationTitle: 'Möchten Sie weiterchatten?',
  conversationBody: 'Ihr Chat mit uns ist noch offen.',
  resume: 'Chat fortsetzen',
  notNow: 'Jetzt nicht',
  handoffTitle: 'Lieber chatten statt anrufen?',
  handoffBody: 'Der Chat mit unserem Team öffnet sich in einem neuen Fenster.',
  wait: 'Wartezeit meist etwa {duration}.',
  peopleAhead: {one: '{count} Person ist vor Ihnen dran.', other: '{count} Personen sind vor Ihnen dran.'},
  end: 'Chat beenden',
  endQuestion: 'Möchten Sie diesen Chat beenden?',
  keep: 'Weiterchatten',
  ending: 'Chat wird beendet …',
  ended: 'Der Chat ist beendet.',
  endFailed: 'Der Chat konnte nicht beendet werden. Bitte versuchen Sie es noch einmal.',
};
