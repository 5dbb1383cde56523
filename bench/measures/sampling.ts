import type {Browser} from 'playwright';
import type {BenchPages} from '../pages/page.js';
import {loadCold} from './cold-load.js';
import {conditions, type ConditionName} from './conditions.js';
import type {Sample} from './sample.js';

/** The samples of every page, by condition and page. */
export type Samples = Readonly<Record<ConditionName, Readonly<Record<string, Sample[]>>>>;

/** Loads all pages in turn, again and again, so that other work on the machine affects all of them. */
export async function samplePages(
  browser: Browser,
  origin: string,
  pages: BenchPages,
  loads: number,
): Promise<Samples> {
  const collect = () => Object.fromEntries(Object.keys(pages).map((name): [string, Sample[]] => [name, []]));
  const samples: Samples = {fast: collect(), slowCpu: collect(), slowNetwork: collect()};
  for (const condition of Object.keys(conditions) as ConditionName[]) {
    for (let load = 1; load <= loads; load++) {
      console.error(`${condition}: load ${load} of ${loads}`);
      for (const [name, page] of Object.entries(pages)) {
        samples[condition][name]?.push(await loadCold(browser, `${origin}/${name}`, page, conditions[condition]));
      }
    }
  }
  return samples;
}
