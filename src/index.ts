import './element/define.js';

export {WebEngagementElement} from './element/web-engagement.js';
export {
  EngagementAcceptEvent,
  EngagementDismissEvent,
  EngagementErrorEvent,
  EngagementHiddenEvent,
  EngagementNotificationEvent,
  EngagementResumeEvent,
  EngagementRetryEvent,
  EngagementShowEvent,
  EngagementShownEvent,
  EngagementStateChangeEvent,
  type WebEngagementEventMap,
} from './tag/event-classes.js';
export {ConfigurationError} from './check/configuration-error.js';
export type {Notice, NoticeOutcome} from './engagement/notice.js';
export type {Offer, OfferAgent, OfferBrand, OfferMessages} from './engagement/offer.js';
export type {EngagementSession} from './engagement/session.js';
export type {EngagementSource, OfferAct, SourceFact} from './engagement/source.js';
export type {EngagementState, EngagementStateName} from './engagement/state.js';
export type {Diagnosis} from './tag/diagnosis/diagnosis.js';
export type {Reason, ReasonCode} from './tag/diagnosis/reasons.js';
export type {Messages} from './messages/messages.js';
