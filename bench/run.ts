import {chromium, type Browser} from 'playwright';
import {requireBrowser} from '../scripts/browsers.mjs';
import {cardFiles, measurePages} from '../scripts/size/page-sizes.js';
import {startBenchSite} from './bench-site.js';
import {benchDeliveries} from './delivery/deliveries.js';
import {runGrowth} from './growth/run-growth.js';
import {samplePages} from './measures/sampling.js';
import {ownPages} from './pages/pages.js';
import {installPeers} from './peers/install-peers.js';
import {answerAsVendor} from './peers/vendors.js';
import {writeResults} from './report/results.js';
import {runStorms} from './storm/run-storm.js';

// npm run bench                  15 loads of every page under every condition
// npm run bench -- 3             3 loads, for a first look
// npm run bench -- --peers        beside the peers, which it installs in a temporary folder
// npm run bench -- --growth      how costs grow, each the median of 3 runs; or of 1: -- --growth 1
// npm run bench -- --storm       how many visitors at once get through an outage, in simulated time; a tenth of them: -- --storm 10

const options = process.argv.slice(2);
const given = options.find((option) => /^\d+$/.test(option));
await (options.includes('--storm') ? runStorms(Number(given ?? 100) / 100) : benchInBrowser());

async function benchInBrowser(): Promise<void> {
  const browser = await chromium.launch({executablePath: requireBrowser('chromium'), args: ['--no-sandbox']});
  await (options.includes('--growth')
    ? runGrowth(browser, Number(given ?? 3))
    : benchPages(browser, Number(given ?? 15)));
  await browser.close();
}

async function benchPages(browser: Browser, loads: number): Promise<void> {
  const peers = options.includes('--peers') ? await installPeers() : undefined;
  const pages = {...ownPages(cardFiles(await measurePages())), ...peers?.pages};
  const site = await startBenchSite(pages, peers && {folders: {'/peers/': peers.folder}, answer: answerAsVendor});
  const samples = await samplePages(browser, site.url, pages, loads);
  site.close();
  writeResults({samples, pages, loads, browser: browser.version(), deliveries: await benchDeliveries(loads * 2)});
}
