export {ConfigurationError} from '../../check/configuration-error.js';
export {
  HttpStatusError,
  MalformedAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  TooLargeError,
} from '../../http/errors.js';
export type * from '../../record/engagement-record.js';
export type {Basis, Moment, Span} from '../../record/moment.js';
export {AvayaError, type AvayaViolation} from './avaya-error.js';
export {
  AvayaJourneyClient,
  type AvayaCallOptions,
  type AvayaEngagementList,
  type AvayaJourneyClientOptions,
} from './avaya-journey-client.js';
export type {AvayaCredentials} from './credentials.js';
export {toEngagementRecord} from './engagement-record.js';
export type {AvayaEngagement, AvayaParticipant, AvayaQueue, AvayaTransfer} from './engagement.schemas.js';
