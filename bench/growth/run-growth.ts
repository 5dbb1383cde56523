import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import type {Browser} from 'playwright';
import {updateDocument} from '../../scripts/docs/update-document.js';
import {median} from '../measures/median.js';
import {growElements} from './elements.js';
import {growLegs} from './legs.js';
import {growNotifications} from './notifications.js';
import {orderOfGrowth} from './order.js';
import {plot} from './plot.js';
import {growRecords} from './records.js';
import type {Figures, Subject} from './subject.js';
import {growTabs} from './tabs.js';

const folder = 'docs/growth';

/** Measures how costs grow. It draws each subject in docs/growth, and shows it in bench/README.md. */
export async function runGrowth(browser: Browser, runs: number): Promise<void> {
  const parts: string[] = [];
  for (const create of [growNotifications, growTabs, growElements, growLegs, () => growRecords]) {
    const subject = await create(browser);
    parts.push(describe(subject, await measure(subject, runs)));
    await subject.close?.();
  }
  updateDocument('bench/README.md', {growth: parts.join('\n\n')});
}

/** The medians of some runs of every count. One more run at the beginning is for what only the first one costs. */
async function measure(subject: Subject, runs: number): Promise<Figures> {
  const figures: number[][] = [];
  await subject.measure(subject.counts[0] ?? 1);
  for (const count of subject.counts) {
    console.error(`${count} ${subject.counted}`);
    const results: (readonly number[])[] = [];
    for (let run = 0; run < runs; run++) results.push(await subject.measure(count));
    figures.push(subject.measures.map((_, index) => median(results.map((result) => result[index] ?? NaN))));
  }
  return figures;
}

function describe(subject: Subject, figures: Figures): string {
  const {name, counted, counts, measures} = subject;
  const path = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  mkdirSync(path, {recursive: true});
  writeFileSync(`${path}${name}.svg`, plot(subject, figures));
  const orders = measures.map((measure, index) => {
    const values = figures.map((list) => list[index] ?? NaN);
    return `- ${measure}: ${orderOfGrowth(counts, values)}`;
  });
  const title = `### ${[counts.at(0), counts.at(-1)].map((count) => count?.toLocaleString('en')).join(' to ')} ${counted}`;
  return `${title}\n\n![${measures.join(', ')} by ${counted}](../${folder}/${name}.svg)\n\n${orders.join('\n')}`;
}
