import './element/define.js';

export {WebEngagementElement} from './element/web-engagement.js';
export {
  EngagementAcceptEvent,
  EngagementDismissEvent,
  EngagementErrorEvent,
  EngagementHiddenEvent,
  EngagementResumeEvent,
  EngagementRetryEvent,
  EngagementShowEvent,
  EngagementShownEvent,
  EngagementStateChangeEvent,
  type WebEngagementEventMap,
} from './element/events.js';
export {ConfigurationError} from './engagement/configuration-error.js';
export type {Offer} from './engagement/offer.js';
export type {EngagementSession} from './engagement/session.js';
export type {EngagementSource, OfferAct, SourceFact} from './engagement/source.js';
export type {EngagementState, EngagementStateName} from './engagement/state.js';
export type {Messages} from './messages/messages.js';
