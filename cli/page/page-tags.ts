import {parse, type DefaultTreeAdapterMap} from 'parse5';
import {splitPolicies} from './page.js';

type Node = DefaultTreeAdapterMap['node'];
type Attributes = Readonly<Record<string, string>>;

/** What a page says about the widget. */
export interface PageTags {
  /** Scripts whose address ends with `web-engagement.js`. */
  readonly scripts: readonly Attributes[];
  /** The page's own tags. */
  readonly elements: readonly Attributes[];
  /** Policies in `<meta>`. */
  readonly policies: readonly string[];
}

/** Finds the widget's tags in a page. */
export function findTags(html: string): PageTags {
  const all = elementsOf(parse(html));
  const named = (name: string): readonly Attributes[] =>
    all.filter(([tag]) => tag === name).map(([, attributes]) => attributes);
  const policies = named('meta').filter((meta) => meta['http-equiv']?.toLowerCase() === 'content-security-policy');
  return {
    scripts: named('script').filter(({src = ''}) => /(^|\/)web-engagement(-[\w.]+)?\.js([?#]|$)/.test(src)),
    elements: named('web-engagement'),
    policies: policies.flatMap(({content = ''}) => splitPolicies(content)),
  };
}

function elementsOf(node: Node): readonly (readonly [tag: string, attributes: Attributes])[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  if (!('tagName' in node)) return children;
  const attributes = Object.fromEntries(node.attrs.map(({name, value}) => [name, value]));
  return [[node.tagName, attributes], ...children];
}
