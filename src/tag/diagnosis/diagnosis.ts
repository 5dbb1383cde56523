import type {EngagementStateName} from '../../engagement/state.js';
import type {VisitStorage} from '../../visit/visit-store.js';
import type {LastRequest} from './last-request.js';
import type {PolicyReport} from './policy-report.js';
import type {Reason} from './reasons.js';
import type {SettingsReport} from './settings-report.js';
import type {TabsReport} from './tabs-report.js';

/** What a widget does, and why. It holds no id of the visitor, the session or an offer. */
export interface Diagnosis {
  readonly version: string;
  readonly state: EngagementStateName;
  /** Why the visitor sees what they see, the nearest reason first. */
  readonly reasons: readonly Reason[];
  readonly settings: SettingsReport;
  readonly policy: PolicyReport;
  readonly storage: VisitStorage;
  readonly tabs: TabsReport;
  /** Undefined when nothing was sent. */
  readonly lastRequest: LastRequest | undefined;
}
