import {openTabChannel} from '../../tabs/tab-channel.js';

export interface TabsReport {
  /** Whether the tabs can speak with each other. */
  readonly channel: boolean;
  /** Whether they can take turns. */
  readonly locks: boolean;
  /** Which tab holds the connection for notifications. */
  readonly leader: 'this tab' | 'another tab' | 'none';
}

/** Tells how this tab stands with the visitor's other ones. */
export async function reportTabs(tabsName: string, locks: LockManager | null = navigator.locks): Promise<TabsReport> {
  const leader = await findLeader(tabsName, locks).catch(() => undefined);
  return {channel: hasChannel(), locks: leader !== undefined, leader: leader ?? 'none'};
}

function hasChannel(): boolean {
  const probe = new AbortController();
  const post = openTabChannel('web-engagement diagnosis', () => undefined, probe.signal);
  probe.abort();
  return !!post;
}

/** Finds out who holds the lock of the connection; a lock of its own tells by which name the browser knows this tab. */
async function findLeader(tabsName: string, locks: LockManager | null): Promise<TabsReport['leader'] | undefined> {
  if (!locks) return undefined;
  const own = `web-engagement diagnosis ${String(Math.random())}`;
  const {held = []} = await locks.request(own, () => locks.query());
  const leader = held.find(({name}) => name?.startsWith(`${tabsName}/`));
  if (!leader) return 'none';
  return held.find(({name}) => name === own)?.clientId === leader.clientId ? 'this tab' : 'another tab';
}
