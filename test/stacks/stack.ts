/** Packages that are installed together, and what is built with them. */
export interface Fixture {
  /** In fixtures/, with a package.json that pins what is installed. */
  readonly folder: string;
  /** Samples of the documents that are built, too: the file that each becomes, and its name. */
  readonly samples?: Readonly<Record<string, string>>;
}

/** Commands that prove something by themselves. */
export interface Stack {
  readonly name: string;
  readonly fixture: Fixture;
  /** Commands in that folder, with its own programs on the path. */
  readonly run: readonly string[];
}

/** A page that is built with the packed package, and then driven in Chromium. */
export interface AppStack extends Stack {
  /** What the commands make: the folder that is served. */
  readonly site: string;
}
