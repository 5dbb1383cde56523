export {ConfigurationError} from '../../engagement/configuration-error.js';
export {
  HttpStatusError,
  MalformedAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  TooLargeError,
} from '../../http/errors.js';
export type {ClientProperties} from './client-properties.js';
export {lookUpHost, type HostLookUpOptions} from './domain.js';
export {impressionTypes, type EngagementAttribute} from './engagement-attributes.js';
export {
  ExternalEngagementClient,
  type ExternalEngagementClientOptions,
  type ExternalEngagementParameters,
} from './external-engagement-client.js';
export {ExternalEngagementError} from './external-engagement-error.js';
export {createHandoffSource, type HandoffEdges, type HandoffSettings} from './external-engagement-source.js';
export type {ExternalEngagement, ExternalEngagementDetails} from './external-engagement.schemas.js';
export {createAnonymousSubject, type Identity} from './identities.js';
export {LoadingAccountError} from './loading-account-error.js';
export {
  MonitoringClient,
  type CallOptions,
  type EngageParameters,
  type MonitoringClientOptions,
  type ReportParameters,
} from './monitoring-client.js';
export type {MonitoringSettings} from './monitoring-settings.js';
export {createMonitoringSource, type MonitoringEdges} from './monitoring-source.js';
export type {EngageAnswer, EngagementDetails} from './monitoring.schemas.js';
export {retryPauses} from './retry-policy.js';
export type {VisitorParameters} from './visitor-parameters.js';
