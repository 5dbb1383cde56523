import type {Messages} from './messages.js';

export const ar: Messages = {
  launcher: 'محادثة',
  exposeTitle: 'هل يمكننا مساعدتك؟',
  exposeBody: 'يسعد أحد أفراد فريقنا أن يتحدث معك الآن.',
  accept: 'بدء المحادثة',
  dismiss: 'لا، شكرًا',
  close: 'إغلاق',
  conversationTitle: 'تابِع من حيث توقفت',
  conversationBody: 'محادثتك معنا لا تزال مفتوحة.',
  resume: 'متابعة المحادثة',
  notNow: 'ليس الآن',
};
