import type {Page} from 'playwright';
import type {Sandbox} from '../../../demo/sandbox/sandbox.js';

interface Widget {
  readonly WebEngagement: (command: string, ...args: unknown[]) => Promise<unknown>;
}

/** Something that the browser or a script complained about on a brand's page. */
export interface Report {
  readonly type: string;
  readonly text: string;
}

/** Address of a brand's page; the script and the platform are at another origin. */
export function brandUrl(brand: Sandbox, platform: Sandbox, wishes: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams({script: platform.url, 'data-api-host': platform.url, ...wishes});
  return `${brand.url}/brand?${String(query)}`;
}

/** Reads one of the widget's properties by the page's own means; nothing before the script has run. */
export function get<Value = unknown>(page: Page, property: string): Promise<Value | undefined> {
  return page.evaluate((name) => (globalThis as Partial<Widget>).WebEngagement?.('get', name), property) as Promise<
    Value | undefined
  >;
}

export function reports(page: Page): Promise<readonly Report[]> {
  return page.evaluate(() => (globalThis as unknown as {reports: Report[]}).reports);
}

/** The invitation or the way back, as a visitor finds it: by its role. */
export const cardOf = (page: Pick<Page, 'getByRole'>) =>
  page.getByRole('region', {name: /Can we help you|Pick up where/});
