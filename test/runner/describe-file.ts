type Describe = (title: string, body: () => void) => unknown;

/**
 * Loads a test file in a page that it shares with others, and puts its tests in a suite that is named after the file.
 * A file that cannot be loaded is a failed test, so that it stops none of the others.
 */
export async function describeFile(file: string, load: () => Promise<unknown>): Promise<void> {
  const page = globalThis as unknown as {describe: Describe};
  const original = page.describe;
  page.describe = (title, body) => {
    page.describe = original;
    try {
      return original(file, () => original(title, body));
    } finally {
      page.describe = nest;
    }
  };
  const nest = page.describe;
  try {
    await load();
  } catch (error) {
    original(file, () => {
      it('can be loaded', () => {
        throw error;
      });
    });
  } finally {
    page.describe = original;
  }
}
