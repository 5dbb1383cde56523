import type {EngagementFact, EngagementState} from '../../engagement/state.js';
import {createDatabase} from '../../visit/database.js';
import {emptyVisit, type Visit} from '../../visit/visit.js';
import {readVisit} from '../../visit/visit-transactions.js';
import type {VisitStorage} from '../../visit/visit-store.js';
import type {SettingName} from '../settings/settings.js';
import {visitKey} from '../visit-key.js';
import type {Hindrance} from './reasons.js';

/** A tag as it is at one moment. */
export interface Situation {
  /** Undefined when the page has none yet, or has taken it away. */
  readonly tag: HTMLElement | undefined;
  readonly setting: (name: SettingName) => unknown;
  readonly state: EngagementState;
  /** The fact that led to the state, or delays the next one. */
  readonly fact: EngagementFact | undefined;
  /** Whether there is a session. */
  readonly hasSession: boolean;
  readonly storage: VisitStorage;
  readonly hindrance: Hindrance | undefined;
}

/** The visit that is stored for a tag; an empty one where nothing may be read, or nothing can be. */
export async function readStoredVisit({setting, state}: Situation): Promise<Visit> {
  // To open a database makes one, and where no session runs there must be none.
  if (state.name === 'idle' || setting('session')) return emptyVisit;
  const database = createDatabase();
  try {
    return await readVisit(keyOf(setting), database.use);
  } catch {
    return emptyVisit;
  } finally {
    database.close();
  }
}

/** Key of the visit to the account of a tag. */
export function keyOf(setting: Situation['setting']): string {
  const names = ['apiHost', 'accountId', 'appInstallationId'] as const;
  return visitKey(Object.fromEntries(names.map((name) => [name, setting(name) || undefined])));
}
