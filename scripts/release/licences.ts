/** The part of a lock file that is read. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
  /** Installed for a peer that the page brings itself. */
  readonly peer?: boolean;
}

/** Licences that ask for a notice at most. */
const permissive = ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0'];

/** One line for each package that ships, or is installed with what ships, and has another licence. */
export function licenceProblems({packages}: Lock): readonly string[] {
  return Object.entries(packages)
    .filter(([path, {dev, peer, license}]) => path && !dev && !peer && !permissive.includes(license ?? ''))
    .map(([path, {license = 'none'}]) => `${path.replace(/^.*node_modules\//, '')}: ${license}`);
}
