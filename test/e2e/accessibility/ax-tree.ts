import type {Page} from 'playwright';

interface AxValue {
  readonly value?: unknown;
}

interface AxNode {
  readonly nodeId: string;
  readonly ignored: boolean;
  readonly role?: AxValue;
  readonly name?: AxValue;
  readonly childIds?: readonly string[];
  readonly properties?: readonly {readonly name: string; readonly value: AxValue}[];
}

/** What a screen reader can tell of a node, besides its role and its name. */
const told = ['expanded', 'level', 'live', 'atomic', 'disabled', 'modal', 'haspopup'];

const silent = ['none', 'generic', 'InlineTextBox', 'LineBreak'];

/** Reads what Chromium tells assistive technology of a page: one line for each node, its children indented below it. */
export async function readAxTree(page: Page): Promise<string> {
  const devtools = await page.context().newCDPSession(page);
  const {nodes} = (await devtools.send('Accessibility.getFullAXTree')) as {nodes: readonly AxNode[]};
  await devtools.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const write = (node: AxNode, depth: number): string[] => {
    const isSilent = node.ignored || silent.includes(String(node.role?.value));
    const children = (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []);
    const below = children.flatMap((child) => write(child, isSilent ? depth : depth + 1));
    return isSilent ? below : [`${'  '.repeat(depth)}${line(node)}`, ...below];
  };
  const [root] = nodes;
  return root ? `${write(root, 0).join('\n')}\n` : '';
}

function line({role, name, properties = []}: AxNode): string {
  const facts = properties.flatMap((property) =>
    told.includes(property.name) ? `${property.name}=${String(property.value.value)}` : [],
  );
  return [String(role?.value), JSON.stringify(name?.value ?? ''), ...facts.sort()].join(' ');
}
