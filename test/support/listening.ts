import type {
  NotificationAddressee,
  NotificationTransport,
  TransportEvent,
} from '../../src/vendors/genesys/transport.js';
import {nextTask} from './fakes/test-clock.js';
import {waitUntil} from './wait-until.js';

/** What a transport reported so far. */
export interface Heard {
  readonly events: readonly TransportEvent[];
  /** The data of its messages. */
  messages(): readonly unknown[];
  /** Why it lost or gave up connections. */
  errors(): readonly Error[];
  count(type: TransportEvent['type']): number;
  /** Waits until it has reported this many events of a type. */
  hears(type: TransportEvent['type'], times?: number): Promise<void>;
  stop(): void;
}

/** Listens by a transport; the visit and its page are `VISIT` and `PAGE` unless it is said. */
export function listenBy(transport: NotificationTransport, addressee: Partial<NotificationAddressee> = {}): Heard {
  const events: TransportEvent[] = [];
  const controller = new AbortController();
  const count = (type: TransportEvent['type']): number => events.filter((event) => event.type === type).length;
  transport.listen({visitId: 'VISIT', pageId: 'PAGE', ...addressee}, (event) => events.push(event), controller.signal);
  return {
    events,
    messages: () => events.flatMap((event) => (event.type === 'message' ? [event.data] : [])),
    errors: () =>
      events.flatMap((event) => ('cause' in event ? (event.cause ?? []) : 'error' in event ? event.error : [])),
    count,
    hears: (type, times = 1) => waitUntil(() => count(type) >= times, `hears ${type} ${times} times`),
    stop: () => controller.abort(),
  };
}

/** Lets happen what is under way without a pause, such as the reading of an answer that has come. */
export async function settle(): Promise<void> {
  for (let task = 0; task < 8; task += 1) await nextTask();
}
