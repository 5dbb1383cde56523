// The stacks of Vitest and Jest run the samples with these themselves.
declare module 'vitest';
declare module '@jest/globals';
