type Table = Readonly<Record<string, readonly string[]>>;

/** The folders of the project, and which others each may import. Nothing imports the tests. */
export const parts: Table = {
  src: [],
  demo: ['src'],
  docs: [],
  cli: ['src', 'demo'],
  // `test` is allowed for scripts/test.ts only, and should be removed.
  scripts: ['src', 'demo', 'cli', 'test'],
  bench: ['src', 'demo', 'scripts'],
  test: ['src', 'demo', 'cli', 'scripts', 'bench'],
};

/**
 * The folders of src, and which others each may import. A folder of `vendors` does not import another one. The files
 * beside these folders are the package's entries: they may import everything, and nothing imports them.
 */
export const layers: Table = {
  check: [],
  http: ['check'],
  visit: ['http', 'check'],
  tabs: ['http', 'check'],
  record: ['http', 'check'],
  messages: ['http', 'check'],
  engagement: ['visit', 'tabs', 'http', 'check'],
  vendors: ['engagement', 'record', 'visit', 'tabs', 'http', 'check'],
  tag: ['vendors', 'engagement', 'messages', 'visit', 'tabs', 'http', 'check'],
  element: ['tag', 'engagement', 'messages', 'http', 'check'],
  script: ['tag', 'element', 'engagement', 'http', 'check'],
  timeline: ['record', 'messages', 'http', 'check'],
  server: ['vendors', 'http', 'check'],
};
