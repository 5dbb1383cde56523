export {ConfigurationError} from '../../check/configuration-error.js';
export type {Notice, NoticeOutcome} from '../../engagement/notice.js';
export {
  HttpStatusError,
  MalformedAnswerError,
  NetworkError,
  RequestError,
  TimeoutError,
  TooLargeError,
} from '../../http/errors.js';
export {GatewayClient, type GatewayCallOptions, type GatewayClientOptions} from './gateway/gateway-client.js';
export {GatewayFaultError} from './gateway/gateway-fault-error.js';
export type {GatewayBasePath, GatewayEncoding} from './gateway/gateway-settings.js';
export type {CancelData, IxnProfile} from './gateway/gateway.schemas.js';
export {createNotificationSource, type NotificationSourceOptions} from './notification-source.js';
export {NotificationError} from './notification-error.js';
export type {NotificationSettings} from './notification-settings.js';
export type {NotificationAddressee, NotificationTransport, TransportEvent} from './transport.js';
export {createBayeuxTransport} from './transports/bayeux.js';
export {fromCometd} from './transports/from-cometd.js';
export {createSseTransport} from './transports/sse.js';
export {createWindowTransport} from './transports/window.js';
