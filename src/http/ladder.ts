/** Progress of a series of attempts. It can be stored, so that another page continues the series. */
export interface Ladder {
  /** Failed attempts so far. */
  readonly failures: number;
  /** Earliest start of the next attempt, in ms since the epoch. */
  readonly notBefore: number;
}

/** Stores a ladder. */
export interface LadderStore {
  read(): Promise<Ladder | undefined>;
  write(ladder: Ladder | undefined): Promise<unknown>;
}

/** A ladder this far from now, in ms, belongs to another visit or a changed clock. */
const ladderLifetime = 900_000;

/** Reads how far a series has come. It has not begun when nothing is stored that can be true. */
export async function readLadder(store: LadderStore, now: number): Promise<Ladder> {
  const ladder = await store.read();
  return ladder && Math.abs(ladder.notBefore - now) <= ladderLifetime ? ladder : {failures: 0, notBefore: 0};
}

/** Stores a ladder for as long as this object lives. */
export function createLadder(): LadderStore {
  let current: Ladder | undefined;
  return {
    read: () => Promise.resolve(current),
    write: (ladder) => Promise.resolve((current = ladder)),
  };
}
