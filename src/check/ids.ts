/** Longest id that is taken from outside, in characters. Ids are sent in addresses, whose length servers limit. */
export const longestId = 256;

/** Whether a text can be part of an address: it is not too long, and holds no half of a surrogate pair. */
export const isIdText = (text: unknown): text is string =>
  typeof text === 'string' && text.length <= longestId && !/\p{Surrogate}/u.test(text);

/** Whether a text can be a segment of a path: it is such an id, is not blank, and leads nowhere else. */
export const isPathText = (text: unknown): text is string =>
  isIdText(text) && text.trim() !== '' && !/^\.\.?$/.test(text);
