import type {ComplexAttributeConverter} from 'lit';

/** Reads a text attribute; an empty one counts as absent. */
export const text: ComplexAttributeConverter<string | undefined> = {
  fromAttribute: (value) => value?.trim() || undefined,
};

/** Reads a list separated by spaces or commas. */
export const list: ComplexAttributeConverter<readonly string[]> = {
  fromAttribute: (value) => value?.split(/[\s,]+/).filter(Boolean) ?? [],
};

/** Reads one of a few words; anything else counts as the first of them. */
export function oneOf<Word extends string>(...words: [Word, ...Word[]]): ComplexAttributeConverter<Word> {
  return {fromAttribute: (value) => words.find((word) => word === value?.trim().toLowerCase()) ?? words[0]};
}

/** Reads a number; one that `isValid` refuses counts as the fallback. */
export function number(fallback: number, isValid: (value: number) => boolean): ComplexAttributeConverter<number> {
  return {
    fromAttribute: (value) => {
      const parsed = value?.trim() ? Number(value) : NaN;
      return isValid(parsed) ? parsed : fallback;
    },
  };
}

/** Compares data by what it says, because frameworks make a new object at every render. */
export function isDifferentData(value: unknown, old: unknown): boolean {
  try {
    return JSON.stringify(value) !== JSON.stringify(old);
  } catch {
    return value !== old;
  }
}

/** Compares only whether there is a value, for functions that are called late and hence never stale. */
export function isDifferentPresence(value: unknown, old: unknown): boolean {
  return !value !== !old;
}
