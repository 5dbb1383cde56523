import ts from 'typescript';
import {walk, type Modules} from '../../house/modules.js';
import {createReader} from './read-text.js';

/** A sentence that the widget can write to the console, with `…` for what is filled in. */
export interface ConsoleLine {
  readonly text: string;
  readonly file: string;
}

/** What writes to the console, and the error whose message is written. */
const sinks = /^(warn|console\.\w+|(this\.#)?session\.advise|ConfigurationError)$/;

/** Clients and servers throw to whoever calls them; nothing of theirs reaches the console of a page. */
const elsewhere =
  /^src\/(server|timeline|record)\/|^src\/vendors\/(avaya|glia|genesys\/gateway|liveperson\/handoff\/external-engagement)\/|header-token|base-url/;

/** Finds every sentence that the sources can write to the console of a page, in order. */
export function findConsoleLines(modules: Modules): readonly ConsoleLine[] {
  const read = createReader(modules);
  const lines: ConsoleLine[] = [];
  for (const [file, {source}] of modules) {
    if (elsewhere.test(file)) continue;
    walk(source, (node) => {
      const [argument] = sinkArguments(node);
      if (argument) for (const text of read(argument)) if (isSentence(text)) lines.push({text: bare(text), file});
    });
  }
  const unique = new Map(lines.map((line) => [line.text, line]));
  return [...unique.values()].sort((one, other) => one.text.localeCompare(other.text));
}

/** Files in which something is written that a reader of the sources cannot tell, because it comes from elsewhere. */
export function findRelays(modules: Modules): readonly string[] {
  const read = createReader(modules);
  const relays = new Set<string>();
  for (const [file, {source}] of modules) {
    if (elsewhere.test(file)) continue;
    walk(source, (node) => {
      const [argument] = sinkArguments(node);
      if (argument && read(argument).some((text) => !isSentence(text))) relays.add(file);
    });
  }
  return [...relays].sort();
}

function sinkArguments(node: ts.Node): readonly ts.Expression[] {
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return [];
  return sinks.test(node.expression.getText()) ? (node.arguments ?? []) : [];
}

/** The prefix of every line is none of it. */
const bare = (text: string): string => text.replace(/^<web-engagement>: /, '');

const isSentence = (text: string): boolean => /[a-z]{3}/.test(bare(text));
