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
  type AcceptDetail,
  type ErrorDetail,
  type OfferDetail,
  type RetryDetail,
  type StateChangeDetail,
  type WebEngagementEventMap,
} from './tag/event-classes.js';
export {ConfigurationError} from './check/configuration-error.js';
export {
  HttpStatusError,
  MalformedAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  TooLargeError,
} from './http/errors.js';
export type {Notice, NoticeOutcome} from './engagement/notice.js';
export type {Offer, OfferAgent, OfferBrand, OfferMessages} from './engagement/offer.js';
export type {EngagementChange, EngagementSession} from './engagement/session.js';
export type {EngagementSource, OfferAct, SourceFact} from './engagement/source.js';
export type {EngagementFact, EngagementState, EngagementStateName} from './engagement/state.js';
export type {TriggerSettings} from './engagement/triggers/trigger.js';
export type {CardMessages, CountForms, DetailMessages, Messages} from './messages/messages.js';
export type {Commands} from './tag/commands.js';
export type {Consent} from './tag/consent.js';
export type {Diagnosis} from './tag/diagnosis/diagnosis.js';
export type {LastRequest} from './tag/diagnosis/last-request.js';
export type {PolicyReport, PolicyViolation} from './tag/diagnosis/policy-report.js';
export type {Reason, ReasonCode} from './tag/diagnosis/reasons.js';
export type {IgnoredSetting, SettingsReport} from './tag/diagnosis/settings-report.js';
export type {TabsReport} from './tag/diagnosis/tabs-report.js';
export type {PageApi} from './tag/page-api.js';
export type {CardSettings, Topic} from './tag/settings/card-settings.js';
export type {Avoid, Format, OpenIn, Placement, SettingName, Settings} from './tag/settings/settings.js';
export type {NotificationSettings} from './vendors/genesys/notification-settings.js';
export type {NotificationAddressee, NotificationTransport, TransportEvent} from './vendors/genesys/transport.js';
export type {ClientProperties} from './vendors/liveperson/client-properties.js';
export type {EngagementAttribute} from './vendors/liveperson/engagement-attributes.js';
export type {Identity} from './vendors/liveperson/identities.js';
export type {VisitStorage} from './visit/visit-store.js';
export type {Settlement} from './visit/visit.js';
