import type * as notificationSource from './notification-source.js';

/** Loads the listener to notifications; a page without any never needs it. */
export const loadNotifications = (): Promise<typeof notificationSource> => import('./notification-source.js');
