import type {Seed} from './entry.js';
import {seed000} from './seed-000.js';
import {seed001} from './seed-001.js';
import {seed002} from './seed-002.js';
import {seed003} from './seed-003.js';
import {seed004} from './seed-004.js';

/** What each seed document names, and the tests that cover it. */
export const seeds: readonly Seed[] = [seed000, seed001, seed002, seed003, seed004];
