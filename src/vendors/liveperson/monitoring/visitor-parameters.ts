import type {ClientProperties} from '../client-properties.js';
import type {Identity} from '../identities.js';

/** What both methods can say about the visitor (seed 004, Body Parameters). */
export interface VisitorParameters {
  readonly identities?: readonly Identity[] | undefined;
  /** Deprecated by the vendor in favour of `identities`. */
  readonly consumerId?: string | undefined;
  readonly clientProperties?: ClientProperties | undefined;
  /** Where the visitor comes from, such as `https://…`, `tel://…`, `sec://…` or `lang://…`. */
  readonly entryPoints?: readonly string[] | undefined;
}
