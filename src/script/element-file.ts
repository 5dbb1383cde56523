import {EngagementElement} from '../element/engagement-element.js';
import type {TagSession} from '../tag/session-controller.js';

/** Makes the element of the script tag. Its sessions are run by the script, so no vendor's code is in this file. */
export function createElementClass(createTagSession: (tag: HTMLElement) => TagSession): CustomElementConstructor {
  return class extends EngagementElement {
    protected override createTagSession(): TagSession {
      return createTagSession(this);
    }
  };
}
