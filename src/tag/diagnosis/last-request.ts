import {monitoringMemory} from '../../vendors/liveperson/monitoring/monitoring-memory.js';
import type {Visit} from '../../visit/visit.js';
import type {SettingName} from '../settings/settings.js';

export interface LastRequest {
  /** What was sent: a method of the platform, such as `engagement` or `report`, or a setting that holds the address. */
  readonly to: string;
  /** HTTP status; undefined when no answer came, or none that the browser shows to the page. */
  readonly status: number | undefined;
  readonly at: Date;
}

type Entry = Pick<PerformanceResourceTiming, 'name' | 'responseEnd' | 'responseStatus'>;

/**
 * Finds the last request to a platform: among those that the browser lists for this page, or else, as the answer that is
 * stored with the visit, on an earlier page or in another tab.
 */
export function findLastRequest(
  read: (name: SettingName) => unknown,
  visit: Visit,
  entries: readonly Entry[] = performance.getEntriesByType('resource') as PerformanceResourceTiming[],
): LastRequest | undefined {
  const account = `/api/account/${String(read('accountId'))}/`;
  const addresses = (['handoffUrl', 'notificationsUrl'] as const).map((name) => [name, read(name)] as const);
  const nameOf = (address: string): string | undefined => {
    const path = address.split(/[?#]/)[0] ?? '';
    if (path.includes(account)) return path.split('/').at(-1);
    return addresses.find(
      ([, url]) => typeof url === 'string' && url && path.startsWith(url.split(/[?{]/)[0] ?? url),
    )?.[0];
  };
  const last = entries.findLast(({name}) => nameOf(name));
  if (last) {
    const {name, responseEnd, responseStatus} = last;
    return {
      to: nameOf(name) ?? '',
      status: responseStatus || undefined,
      at: new Date(performance.timeOrigin + responseEnd),
    };
  }
  const {answer} = monitoringMemory.read(visit);
  return answer && {to: 'engagement', status: undefined, at: new Date(answer.at)};
}
