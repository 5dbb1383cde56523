import {ConfigurationError} from '../../check/configuration-error.js';

/** A time of some days of the week, in minutes of the day; one that ends before it begins ends on the next day. */
interface Span {
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

const dayNames = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const day = dayNames.join('|');
const spanPattern = new RegExp(`^(?:(${day})(?:-(${day}))?\\s+)?(\\d\\d):([0-5]\\d)-(\\d\\d):([0-5]\\d)$`);

/**
 * Reads opening hours in the form of schema.org, after a time zone; without one, that of the visitor counts.
 *
 * @see https://schema.org/openingHours
 * @throws ConfigurationError when they cannot be read
 * @example
 * readOpeningHours('Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00')(Date.now()); // whether it is open now
 */
export function readOpeningHours(text: string): (at: number) => boolean {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  const zone = /^(UTC|[A-Za-z_]+\/\S+)$/.test(first) ? first : undefined;
  const clock = clockIn(zone, text);
  const spans = (zone ? rest.join(' ') : text.trim()).split(/[,;]/).map((span) => readSpan(span.trim(), text));
  return (at) => {
    const {today, minute} = clock(at);
    return spans.some(({days, from, to}) => {
      if (from < to) return days.includes(today) && minute >= from && minute < to;
      return (days.includes(today) && minute >= from) || (days.includes((today + 6) % 7) && minute < to);
    });
  };
}

const minutesOfDay = 24 * 60;

function readSpan(span: string, text: string): Span {
  const [, first, last = first, ...times] = spanPattern.exec(span) ?? [];
  const [hour = 99, minute = 0, endHour = 99, endMinute = 0] = times.map(Number);
  const [from, to] = [hour * 60 + minute, endHour * 60 + endMinute];
  if (Math.max(from, to) > minutesOfDay) throw problem(text);
  const [begin, end] = [dayNames.indexOf(first ?? 'Mo'), dayNames.indexOf(last ?? 'Su')];
  const length = ((end - begin + 7) % 7) + 1;
  const days = Array.from({length}, (_, index) => (begin + index) % 7);
  return {days, from, to};
}

/** Reads the day of the week, from 0 for Monday, and the minute of the day in a time zone. */
function clockIn(timeZone: string | undefined, text: string): (at: number) => {today: number; minute: number} {
  const format = createFormat(timeZone, text);
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({type, value}) => [type, value]));
    const {weekday = '', hour, minute} = parts;
    return {today: dayNames.indexOf(weekday.slice(0, 2)), minute: Number(hour) * 60 + Number(minute)};
  };
}

function createFormat(timeZone: string | undefined, text: string): Intl.DateTimeFormat {
  try {
    const fields = {weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23'} as const;
    return new Intl.DateTimeFormat('en', {...fields, ...(timeZone && {timeZone})});
  } catch {
    throw problem(text);
  }
}

const problem = (text: string): ConfigurationError =>
  new ConfigurationError(
    `Expected hours to be like "Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00", got ${JSON.stringify(text)}; it is ignored`,
    'hours',
  );
