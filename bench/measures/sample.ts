/** The cost of one load of one page. Moments are in ms since the document had arrived, sizes in bytes. */
export interface Sample {
  /** Files that were there before the first call: compressed, and as they are read. */
  readonly callBytes: number | undefined;
  readonly callDecoded: number | undefined;
  /** Files that were there when something was visible, or all of them when nothing is. */
  readonly bytes: number;
  readonly decoded: number;
  /** Number of these files. */
  readonly requests: number;
  /** When the first request for data started. */
  readonly firstCall: number | undefined;
  /** When something was visible. */
  readonly visible: number | undefined;
  /** From the first click to the next paint, in ms. */
  readonly inp: number | undefined;
  /** Time that the main thread worked, in ms. */
  readonly task: number;
  /** Time that it ran scripts, in ms. */
  readonly script: number;
  readonly longTasks: number;
  readonly heap: number;
  /** All nodes of the DOM, those in shadow trees and fragments included. */
  readonly nodes: number;
  readonly shift: number;
}

export type Measure = keyof Sample;
