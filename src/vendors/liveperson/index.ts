export {ConfigurationError} from '../../check/configuration-error.js';
export {
  HttpStatusError,
  MalformedAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  TooLargeError,
} from '../../http/errors.js';
export type {ClientProperties} from './client-properties.js';
export {lookUpHost, type HostLookUpOptions} from './host-look-up.js';
export {impressionTypes, type EngagementAttribute} from './engagement-attributes.js';
export {
  clickTagEngagement,
  messagingRequest,
  type MessagingRequest,
  type MessagingRequestOptions,
} from './conversation-openers.js';
export {
  ExternalEngagementClient,
  type ExternalEngagementClientOptions,
  type ExternalEngagementParameters,
} from './handoff/external-engagement/external-engagement-client.js';
export {ExternalEngagementError} from './handoff/external-engagement/external-engagement-error.js';
export {createHandoffSource, type HandoffEdges, type HandoffSettings} from './handoff/handoff-source.js';
export type {
  ExternalEngagement,
  ExternalEngagementDetails,
} from './handoff/external-engagement/external-engagement.schemas.js';
export {createAnonymousSubject, type Identity} from './identities.js';
export {LoadingAccountError} from './monitoring/loading-account-error.js';
export {
  MonitoringClient,
  type CallOptions,
  type EngageParameters,
  type MonitoringClientOptions,
  type ReportParameters,
  type SessionIds,
} from './monitoring/monitoring-client.js';
export type {Impression} from './monitoring/impressions.js';
export type {MonitoringSettings} from './monitoring/monitoring-settings.js';
export {createMonitoringSource, type MonitoringEdges} from './monitoring/monitoring-source.js';
export type {EngageAnswer, EngagementDetails} from './monitoring/monitoring.schemas.js';
export {retryPauses} from './monitoring/retry-policy.js';
export type {VisitorParameters} from './monitoring/visitor-parameters.js';
