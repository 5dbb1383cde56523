/** A part of the code whose tests are tested. */
export interface MutatedModule {
  readonly name: string;
  /** Patterns of its files. */
  readonly files: readonly string[];
  /** Test files, or folders of them, that have to notice its mutants. */
  readonly tests: readonly string[];
}

/** Where an error would lose a visitor, or ask a server too often. */
export const modules: readonly MutatedModule[] = [
  {
    name: 'http/retry',
    files: ['retry', 'ladder', 'pause-policy', 'sleep'].map((file) => `src/http/${file}.ts`),
    tests: ['test/http', 'test/vendors/liveperson/monitoring', 'test/vendors/glia/retry-policy.test.ts'],
  },
  {name: 'tabs', files: ['src/tabs/**/*.ts'], tests: ['test/tabs']},
  {name: 'visit', files: ['src/visit/**/*.ts'], tests: ['test/visit', 'test/engagement', 'test/faults']},
  {name: 'engagement', files: ['src/engagement/**/*.ts'], tests: ['test/engagement', 'test/faults']},
  {
    name: 'vendors/liveperson/monitoring',
    files: ['src/vendors/liveperson/monitoring/**/*.ts'],
    tests: ['test/vendors/liveperson', 'test/faults'],
  },
  {name: 'tag/first', files: ['src/tag/first/**/*.ts'], tests: ['test/tag/first', 'test/faults']},
];

/** Where the latest results of a module are. */
export const resultsOf = (name: string): string => `coverage/mutation/${name.replaceAll('/', '-')}.json`;
