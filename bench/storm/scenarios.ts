import type {Storm} from './storm.js';

/** A storm with a name, which is that of its picture. */
export interface Scenario extends Storm {
  readonly name: string;
  readonly title: string;
}

const crowd = {visitors: 100_000, tabs: 2, capacity: 2_000} as const;

/** The storms that are measured, each scaled to a share of its visitors and of the server's capacity. */
export function createScenarios(share = 1): readonly Scenario[] {
  const scaled = {...crowd, visitors: crowd.visitors * share, capacity: crowd.capacity * share};
  return [
    {
      ...scaled,
      name: 'short',
      title: 'An outage of 30 s, pages that stay open',
      outage: 30_000,
      duration: 420_000,
    },
    {
      ...scaled,
      name: 'long',
      title: 'An outage of 10 minutes, a new page every minute',
      // A tenth of everything, because each page of the fixed ladder asks anew.
      visitors: scaled.visitors / 10,
      capacity: scaled.capacity / 10,
      outage: 600_000,
      dwell: 60_000,
      duration: 1_500_000,
    },
    {
      ...scaled,
      name: 'tabs',
      title: 'No outage, 8 tabs of each visitor',
      visitors: scaled.visitors / 8,
      tabs: 8,
      capacity: Infinity,
      outage: 0,
      duration: 60_000,
    },
  ];
}
