import type {Axis, Ticks} from '../chart/axis.js';

/** Writes times and lengths of time as people read them. */
export interface Formats {
  /** The day, in words. */
  readonly date: (ms: number) => string;
  /** The time of day; with the date when it is another day than the axis begins on. */
  readonly time: (ms: number) => string;
  /** From one time of day to a later one, with dates as in `time`. */
  readonly range: (from: number, to: number) => string;
  /** From one round time to another, such as an hour; with the date when the axis is not of one day. */
  readonly stretch: (from: number, to: number) => string;
  /** Date and time, whatever the day. */
  readonly moment: (ms: number) => string;
  /** The two largest units of a length in ms, such as `3 min 39 sec`. */
  readonly length: (ms: number) => string;
  /** The label of a tick. */
  readonly tick: (ms: number, step: Ticks['step']) => string;
  readonly number: (value: number) => string;
  /** How far the time zone is ahead of UTC, in ms. */
  readonly offset: (ms: number) => number;
}

const units = [
  ['year', 31_557_600],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** A locale or a time zone that the engine does not know is left out. */
export function createFormats(locale: string, timeZone: string | undefined, axis: Axis | undefined): Formats {
  const zone = timeZone && isKnown(() => new Intl.DateTimeFormat(undefined, {timeZone})) ? timeZone : undefined;
  const language = isKnown(() => Intl.getCanonicalLocales(locale)) ? locale : (locale.split(/[-_]/)[0] ?? 'en');
  // Made at their first use: the first one of a page takes an engine some ms, and a record needs few of them.
  const dates = (options: Intl.DateTimeFormatOptions): (() => Intl.DateTimeFormat) => {
    let format: Intl.DateTimeFormat | undefined;
    return () => (format ??= new Intl.DateTimeFormat(language, {...options, timeZone: zone}));
  };
  const date = dates({dateStyle: 'long'});
  const clock = dates({timeStyle: 'medium'});
  const moment = dates({dateStyle: 'medium', timeStyle: 'medium'});
  const shortTime = dates({timeStyle: 'short'});
  const shortDate = dates({month: 'short', day: 'numeric'});
  const shortMoment = dates({month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit'});
  const isFirstDay = (ms: number): boolean => date().format(ms) === date().format(axis?.from ?? ms);
  return {
    date: (ms) => date().format(ms),
    moment: (ms) => moment().format(ms),
    time: (ms) => (isFirstDay(ms) ? clock() : moment()).format(ms),
    range: (from, to) => (isFirstDay(from) && isFirstDay(to) ? clock() : moment()).formatRange(from, to),
    stretch: (from, to) =>
      (isFirstDay(from) && isFirstDay(axis?.to ?? from) ? shortTime() : shortMoment()).formatRange(from, to),
    length: createLengths(language),
    tick: (ms, step) => (step >= 86_400_000 ? shortDate : step < 60_000 ? clock : shortTime)().format(ms),
    number: (value) => new Intl.NumberFormat(language).format(value),
    offset: (ms) => zoneOffset(ms, zone),
  };
}

function createLengths(language: string): (ms: number) => string {
  const numbers = new Map<string, Intl.NumberFormat>();
  const numberOf = (unit: string): Intl.NumberFormat => {
    const format = numbers.get(unit) ?? new Intl.NumberFormat(language, {style: 'unit', unit, unitDisplay: 'short'});
    numbers.set(unit, format);
    return format;
  };
  const list = new Intl.ListFormat(language, {type: 'unit', style: 'narrow'});
  return (ms) => {
    let rest = Math.round(ms / 1000);
    const found = units.findIndex(([, seconds]) => rest >= seconds);
    const first = found < 0 ? units.length - 1 : found;
    const parts = units.slice(first, first + 2).map(([unit, seconds]) => {
      const count = Math.floor(rest / seconds);
      rest -= count * seconds;
      return {unit, count};
    });
    const shown = parts.filter(({count}, index) => count > 0 || index === 0);
    return list.format(shown.map(({unit, count}) => numberOf(unit).format(count))).replaceAll(' ', '\u00a0');
  };
}

function zoneOffset(ms: number, timeZone: string | undefined): number {
  // The reader's own needs no format, of which each takes an engine some ms.
  if (!timeZone) return -60_000 * new Date(ms).getTimezoneOffset();
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(ms);
  const read = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(read('year'), read('month') - 1, read('day'), read('hour'), read('minute'), read('second'));
  return local - Math.floor(ms / 1000) * 1000;
}

function isKnown(attempt: () => unknown): boolean {
  try {
    attempt();
    return true;
  } catch {
    return false;
  }
}
