import type {ServeProcess} from './serve-processes.js';

/** Memory that a process holds (its resident set), in bytes, as its own metrics tell. */
export async function memoryOf({url}: ServeProcess): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)$/m.exec(text)?.[1]);
}
