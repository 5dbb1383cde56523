import {execFileSync} from 'node:child_process';
import {cpus, release, type} from 'node:os';

/** When and where something was measured. */
export function circumstances(...versions: readonly string[]): string {
  const [cpu] = cpus();
  const machine = `${cpu?.model ?? 'unknown CPU'}, ${cpus().length} cores, ${type()} ${release()}`;
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], {encoding: 'utf8'}).trim();
  const date = new Date().toISOString().slice(0, 10);
  return [date, `build ${commit}`, ...versions, `Node ${process.versions.node}`, machine].join(', ');
}
