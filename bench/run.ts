import {chromium} from 'playwright';
import {requireBrowser} from '../scripts/browsers.mjs';
import {cardFiles, measurePages} from '../scripts/size/page-sizes.js';
import {startBenchSite} from './bench-site.js';
import {benchDeliveries} from './delivery/deliveries.js';
import {samplePages} from './measures/sampling.js';
import {ownPages} from './pages/pages.js';
import {writeResults} from './report/results.js';

// npm run bench          15 loads of every page under every condition
// npm run bench -- 3     3 loads, for a first look

const loads = Number(process.argv.slice(2).find((argument) => /^\d+$/.test(argument)) ?? 15);
const pages = ownPages(cardFiles(await measurePages()));
const site = await startBenchSite(pages);
const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
const samples = await samplePages(browser, site.url, pages, loads);
const version = browser.version();
await browser.close();
site.close();
writeResults({samples, pages, loads, browser: version, deliveries: await benchDeliveries(loads * 2)});
