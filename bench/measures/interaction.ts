import type {Page} from 'playwright';

/** The browser rounds durations to 8 ms, and reports none below 16 ms. */
const shortest = 16;

/**
 * Clicks a button as a visitor does.
 *
 * @returns the longest time from an event of the click to the next paint (INP), in ms
 */
export async function measureClick(page: Page, selector: string): Promise<number | undefined> {
  const box = await page.locator(selector).first().boundingBox();
  if (!box) return undefined;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  return page.evaluate(async (durationThreshold) => {
    const durations: number[] = [durationThreshold];
    const observer = new PerformanceObserver((list) => {
      durations.push(...list.getEntries().map(({duration}) => duration));
    });
    observer.observe({type: 'event', buffered: true, durationThreshold} as PerformanceObserverInit);
    // Entries come after the next paint.
    await new Promise((resolve) => setTimeout(resolve, 500));
    observer.disconnect();
    return Math.max(...durations);
  }, shortest);
}
