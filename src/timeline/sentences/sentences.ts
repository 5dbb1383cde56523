/** Every sentence of the timeline. What is put into one comes as text that is ready to be read. */
export interface Sentences {
  readonly heading: (date: string) => string;
  readonly headingWithoutDate: string;
  /** Says what the arrow keys do, to screen readers. */
  readonly keys: string;
  readonly noRecord: string;
  readonly noTimes: string;
  readonly status: {readonly created: string; readonly active: string; readonly ended: string};
  readonly direction: {readonly inbound: string; readonly outbound: string};
  readonly role: {
    readonly customer: string;
    readonly agent: string;
    readonly automation: string;
    readonly unknown: string;
  };
  readonly transfer: {
    readonly agent: string;
    readonly queue: string;
    readonly external: string;
    readonly 'consult-queue': string;
    readonly unknown: string;
  };
  readonly basis: {readonly derived: string; readonly predicted: string};
  readonly whole: string;
  readonly leg: (number: string) => string;
  readonly queue: string;
  readonly recording: (number: string) => string;
  /** How long the stretches are that a long record is shown in. */
  readonly zoom: {
    readonly label: string;
    readonly whole: string;
    readonly hour: string;
    readonly 'ten-minutes': string;
  };
  /** How many entries a stretch has. */
  readonly entries: (count: string) => string;
  readonly at: (time: string) => string;
  readonly since: (time: string) => string;
  readonly until: (time: string) => string;
  readonly waited: (length: string) => string;
  readonly notAnswered: string;
  readonly endReason: (reason: string) => string;
  readonly marked: (count: string) => string;
  readonly mark: {
    readonly 'begins-before': (length: string) => string;
    readonly 'ends-after': (length: string) => string;
    readonly 'is-before': (length: string) => string;
    readonly 'is-after': (length: string) => string;
    readonly reversed: string;
    readonly 'begin-unknown': string;
    readonly 'end-unknown': string;
  };
  readonly asOf: (moment: string) => string;
  readonly withoutTime: string;
  readonly fact: {
    readonly status: string;
    readonly direction: string;
    readonly channel: string;
    readonly source: string;
    readonly duration: string;
    readonly wait: string;
    readonly handling: string;
    readonly endReason: string;
    readonly topics: string;
    readonly skills: string;
    readonly id: string;
    readonly requestedAt: string;
    readonly startedAt: string;
    readonly acceptedAt: string;
    readonly endedAt: string;
    readonly queue: string;
    readonly requestType: string;
    readonly agent: string;
    readonly fromAgent: string;
    readonly description: string;
  };
}
