import {expect} from '@open-wc/testing';
import type {AxeResults, Result} from 'axe-core';
import type {FramePage} from '../pages/frame-page.js';

type AxePage = FramePage['window'] & {readonly axe?: {run(context: unknown, options: unknown): Promise<AxeResults>}};

const axeUrl = new URL('/node_modules/axe-core/axe.min.js', location.href).href;

const options = {
  runOnly: {type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']},
  // A name that does not contain what can be read; axe itself does not check that unless it is told to.
  rules: {'label-content-name-mismatch': {enabled: true}, 'target-size': {enabled: true}},
};

/** What the rules of WCAG 2.2 A and AA, and axe’s best practices, have found on a page. */
export interface Findings {
  /** Each as `rule: what is wrong`. */
  readonly violations: readonly string[];
  /** The rules that were applied, whatever they found. */
  readonly applied: ReadonlySet<string>;
}

/** Runs axe on a page, or on a part of it. */
export async function runAxe(
  {window, document}: Pick<FramePage, 'window' | 'document'>,
  part: Node = document,
): Promise<Findings> {
  const page = window as AxePage;
  if (!page.axe) await loadAxe(document);
  const {violations, passes, incomplete, inapplicable} = await page.axe!.run(part, options);
  return {
    violations: violations.map(describe),
    applied: new Set([...violations, ...passes, ...incomplete, ...inapplicable].map(({id}) => id)),
  };
}

/** Expects that axe finds nothing wrong with an element of the test’s own page. */
export async function expectAccessible(element: Element): Promise<void> {
  const {violations} = await runAxe({window, document}, element);
  expect(violations).to.deep.equal([]);
}

const describe = ({id, nodes}: Result): string =>
  `${id}: ${nodes.map(({html, failureSummary}) => `${html} ${failureSummary ?? ''}`).join(' | ')}`;

async function loadAxe(document: Document): Promise<void> {
  const script = document.createElement('script');
  script.src = axeUrl;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener('load', resolve);
    script.addEventListener('error', reject);
  });
  document.head.append(script);
  await loaded;
}
