/** What is used of Eleventy, which brings no types of its own. */
declare module '@11ty/eleventy' {
  export interface EleventyConfig {
    setIncludesDirectory(folder: string): void;
    setLibrary(engine: 'md', library: object): void;
    addPassthroughCopy(copies: Readonly<Record<string, string>>): void;
    addGlobalData(name: string, data: unknown): void;
    addFilter(name: string, filter: (value: string) => unknown): void;
    addPreprocessor(name: string, extension: string, process: (data: unknown, content: string) => string): void;
  }

  export default class Eleventy {
    constructor(input: string, output: string, options: {readonly config: (config: EleventyConfig) => void});
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
