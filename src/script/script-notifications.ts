import type * as notificationSource from '../vendors/genesys/notification-source.js';
import {loadFile} from './further-files.js';

/** Takes the place of `load-notifications.ts` in the script tag's file, which cannot be split as modules can. */
export const loadNotifications = (): Promise<typeof notificationSource> => loadFile('notifications');
