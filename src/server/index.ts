export {ConfigurationError} from '../check/configuration-error.js';
export {createBearerCheck, type Authorize} from './gateway/bearer-check.js';
export {createGateway, type GatewayOptions} from './gateway/gateway.js';
export type {Handler, Peer} from './http/handler.js';
export type {Origins} from './http/origins.js';
export type {Report, ServerEvent, StreamEnd} from './http/report.js';
export {createMemoryNotifications, type MemoryNotificationsOptions} from './notifications/memory-notifications.js';
export {
  NotificationsUnavailableError,
  type Delivery,
  type Entry,
  type Listener,
  type NotificationMessage,
  type Notifications,
} from './notifications/notifications.js';
export {contentSecurityPolicy, type PolicyOptions, type PolicySettings} from './policy/content-security-policy.js';
export {createRedisNotifications, type RedisNotificationsOptions} from './notifications/redis/redis-notifications.js';
export {createNotificationStream, type NotificationStream} from './stream/notification-stream.js';
export type {NotificationStreamOptions, StreamLimits} from './stream/stream-options.js';
export {createOutcomes, type OutcomesOptions} from './outcomes/outcomes.js';
export type {Outcome} from './outcomes/outcome.schemas.js';
export {createEndConversation, type EndConversationOptions} from './platforms/end-conversation.js';
export {createHandoff, type HandoffOptions} from './platforms/handoff.js';
export {createOAuthSigner, type OAuthPair, type OAuthSignerOptions} from './platforms/oauth-signer.js';
export {createWaitTime, type WaitTimeOptions} from './platforms/wait-time.js';
export {createTickets, type Ticket, type TicketHolder, type Tickets, type TicketsOptions} from './tickets/tickets.js';
