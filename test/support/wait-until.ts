/** In ms; below what a test may take, so that the sentence of what is missing is read. */
const limit = 8_000;

/** In ms. */
const pause = 10;

/**
 * Waits until a condition holds. A busy machine is late and not wrong, so the limit is the same for all but those to
 * whom being late is wrong.
 *
 * @param within in ms
 * @throws Error with the sentence when the limit is over.
 */
export async function waitUntil(
  condition: () => unknown,
  sentence = 'what the test waits for',
  within = limit,
): Promise<void> {
  const late = new Error(`Not within ${within} ms: ${sentence}`);
  const end = performance.now() + within;
  while (!(await condition())) {
    if (performance.now() > end) throw late;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
