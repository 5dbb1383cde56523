import {isVisitId} from '../../../../src/server/http/ids.js';

/** Reads the id of a visit from a part of a path. */
export function visitInPath(part: string): string | undefined {
  try {
    const id = decodeURIComponent(part);
    return isVisitId(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
