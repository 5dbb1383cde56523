import type {EngagementState} from '../../engagement/state.js';
import type {Sleep} from '../../http/sleep.js';
import type * as engineFile from '../create-session.js';
import type {Ask, FirstQuestion} from './first-ask.js';

export interface FirstSessionOptions {
  /** How it asks. @default by its engine */
  readonly ask?: Ask | undefined;
  /** What the page has asked already. It counts if it is the question of these settings. */
  readonly question?: FirstQuestion | undefined;
  /** The state of its answer, if the page has heard of it. */
  readonly state?: EngagementState | undefined;
  readonly loadEngine?: () => Promise<Pick<typeof engineFile, 'createSession'>>;
  readonly sleep?: Sleep | undefined;
}
