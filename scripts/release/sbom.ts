import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';

/** A list of parts in the format of CycloneDX (https://cyclonedx.org/docs/1.5/json/), as far as it is read here. */
interface Sbom {
  readonly components: readonly {readonly 'bom-ref': string}[];
  readonly dependencies: readonly {readonly ref: string; readonly dependsOn: readonly string[]}[];
}

interface Lockfile {
  readonly packages: Readonly<Record<string, {readonly version?: string; readonly dev?: boolean}>>;
}

const tree = 'node_modules/';

/**
 * Lists what the package depends on. `npm sbom --omit dev` also leaves out what a development tool needs as well, so
 * everything is listed, and what the lockfile says is for development only is taken away.
 *
 * @param root folder of the project
 */
export function listParts(root: URL): Sbom {
  const listed = execFileSync('npm', ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  const sbom = JSON.parse(listed) as Sbom;
  const shipped = shippedPackages(JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as Lockfile);
  const components = sbom.components.filter((part) => shipped.has(part['bom-ref']));
  const known = new Set(components.map((part) => part['bom-ref']));
  const dependencies = sbom.dependencies
    .filter(({ref}) => known.has(ref) || !sbom.components.some((part) => part['bom-ref'] === ref))
    .map(({ref, dependsOn}) => ({ref, dependsOn: dependsOn.filter((part) => known.has(part))}));
  return {...sbom, components, dependencies};
}

/** By name and version. */
function shippedPackages({packages}: Lockfile): ReadonlySet<string> {
  const entries = Object.entries(packages).filter(([path, {dev}]) => path.startsWith(tree) && !dev);
  return new Set(entries.map(([path, {version}]) => `${path.slice(path.lastIndexOf(tree) + tree.length)}@${version}`));
}
