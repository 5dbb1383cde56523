import {EngagementElement} from './element/engagement-element.js';
import {register} from './element/register.js';
import type {SessionSettings} from './element/settings.js';
import type {EngagementSession} from './engagement/session.js';

/** Registers the element of the script tag, which gets its sessions from the script and so has no vendor's code in it. */
export function defineElement(createSession: (settings: SessionSettings) => EngagementSession): void {
  register(
    class extends EngagementElement {
      protected override createSession(): EngagementSession {
        return createSession(this.sessionSettings);
      }
    },
  );
}
