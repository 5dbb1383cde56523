import {setTimeout as pause} from 'node:timers/promises';
import type {Notifications} from '../../../src/server/notifications/notifications.js';

/** Resolves when messages can be published. */
export async function waitUntilReady(notifications: Notifications): Promise<void> {
  while (!(await notifications.isReady())) await pause(10);
}
