import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const docs = fileURLToPath(new URL('../../docs', import.meta.url));

/** A piece of code in a document. */
export interface Sample {
  /** File and number, such as `guides/react.md 1`. */
  readonly name: string;
  readonly language: string;
  readonly code: string;
}

/** Every sample of the documents, in their order. */
export function readSamples(): readonly Sample[] {
  const documents = readdirSync(docs, {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.md'));
  return documents.flatMap((file) => {
    const samples = readFileSync(join(docs, file), 'utf8').matchAll(/^```(\w+)\n([^]*?)^```$/gm);
    return [...samples].map(([, language = '', code = ''], index) => {
      return {name: `${file.replaceAll('\\', '/')} ${index + 1}`, language, code};
    });
  });
}
