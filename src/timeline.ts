import {register} from './tag/register-element.js';
import {EngagementTimelineElement} from './timeline/engagement-timeline.js';

register(EngagementTimelineElement, 'engagement-timeline');

declare global {
  interface HTMLElementTagNameMap {
    'engagement-timeline': EngagementTimelineElement;
  }
}

export type * from './record/engagement-record.js';
export type {Basis, Moment, Span} from './record/moment.js';
export {EngagementTimelineElement};
