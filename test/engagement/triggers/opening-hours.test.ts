import {expect} from '@open-wc/testing';
import {ConfigurationError} from '../../../src/check/configuration-error.js';
import {readOpeningHours} from '../../../src/engagement/triggers/opening-hours.js';

// 2026-11-23 is a Monday.
const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].map((name, index) => [name, `2026-11-${23 + index}`] as const);
const at = (time: string): number => Date.parse(`${time}Z`);

describe('Opening hours', () => {
  for (const [name] of days) {
    it(`are on no other day than the one that they name: ${name}`, () => {
      const isOpen = readOpeningHours(`UTC ${name} 09:00-17:00`);
      const open = days.filter(([, date]) => isOpen(at(`${date}T12:00`)));
      expect(open.map(([day]) => day)).to.deep.equal([name]);
    });
  }

  for (const [hours, expected] of [
    ['UTC 09:00-17:00', 'Mo Tu We Th Fr Sa Su'],
    ['UTC Tu-Th 09:00-17:00', 'Tu We Th'],
    ['UTC Sa-Tu 09:00-17:00', 'Mo Tu Sa Su'],
    ['UTC Mo 09:00-17:00; We-Th 09:00-17:00, Su 12:00-12:01', 'Mo We Th Su'],
    ['UTC Mo-Su 13:00-17:00', ''],
  ] as const) {
    it(`are at noon on ${expected || 'no day'}: ${hours}`, () => {
      const isOpen = readOpeningHours(hours);
      const open = days.filter(([, date]) => isOpen(at(`${date}T12:00`)));
      expect(open.map(([day]) => day).join(' ')).to.equal(expected);
    });
  }

  for (const [hours, times] of [
    [
      'UTC Fr 09:30-17:15',
      {'27T09:10': false, '27T09:29': false, '27T09:30': true, '27T17:14': true, '27T17:15': false},
    ],
    ['UTC Fr 09:30-09:50', {'27T09:45': true, '27T09:55': false, '27T08:45': false}],
    [
      'UTC Fr 22:00-02:00',
      {
        '26T23:00': false,
        '27T01:00': false,
        '27T21:59': false,
        '27T22:00': true,
        '27T23:59': true,
        '28T00:00': true,
        '28T01:59': true,
        '28T02:00': false,
        '28T23:00': false,
      },
    ],
    [
      'UTC Fr 10:00-10:00',
      {'27T09:59': false, '27T10:00': true, '27T23:59': true, '28T09:59': true, '28T10:00': false},
    ],
    ['UTC Fr 24:00-02:00', {'27T23:59': false, '28T00:00': true, '28T01:59': true, '28T02:00': false}],
    ['UTC Fr 00:00-24:00', {'26T23:59': false, '27T00:00': true, '27T23:59': true, '28T00:00': false}],
    ['Asia/Kolkata Fr 09:00-09:15', {'27T03:29': false, '27T03:30': true, '27T03:45': false}],
    ['Pacific/Auckland Sa 00:00-01:00', {'27T10:59': false, '27T11:00': true, '27T12:00': false}],
  ] as const) {
    it(`begin and end to the minute: ${hours}`, () => {
      const isOpen = readOpeningHours(hours);
      const found = Object.keys(times).map((time) => [time, isOpen(at(`2026-11-${time}`))]);
      expect(Object.fromEntries(found)).to.deep.equal(times);
    });
  }

  it('are those of the visitor where no time zone is named', () => {
    const isOpen = readOpeningHours('Fr 09:30-09:45');
    const found = [29, 30, 44, 45].map((minute) => isOpen(new Date(2026, 10, 27, 9, minute).getTime()));
    expect(found).to.deep.equal([false, true, true, false]);
  });

  for (const hours of [
    '  UTC Fr 09:00-17:00',
    'UTC   Fr   09:00-17:00  ',
    'UTC\nFr\t09:00-17:00',
    'UTC Mo 10:00-11:00 ;  Fr 09:00-17:00',
    ' Fr 00:00-24:00 , Th 00:00-24:00, Sa 00:00-24:00 ',
  ]) {
    it(`are read whatever the spaces are: ${JSON.stringify(hours)}`, () => {
      expect(readOpeningHours(hours)(at('2026-11-27T12:00'))).to.equal(true);
    });
  }

  for (const hours of [
    '',
    'UTC',
    'UTC ',
    'UTC Fr',
    'Fr 25:00-26:00',
    'Fr 25:00-10:00',
    'Fr 10:00-25:00',
    'Fr 10:00-24:01',
    'Fr 24:30-02:00',
    'Fr 09:60-17:00',
    'Fr 09:00-17:60',
    'Fr 9:00-17:00',
    'Fri 09:00-17:00',
    'Fr- 09:00-17:00',
    'Fr09:00-17:00',
    'Fr 09:00-17:00,',
    'Fr 09:00-17:00 Sa',
    'utc Fr 09:00-17:00',
    'UTC+1 Fr 09:00-17:00',
    'Etc/ Fr 09:00-17:00',
    '-Europe/Berlin Fr 09:00-17:00',
    'Fr 09:00-17:00 Europe/Berlin',
  ]) {
    it(`are refused when they cannot be read: ${JSON.stringify(hours)}`, () => {
      const like = 'Expected hours to be like "Europe/Berlin Mo-Fr 09:00-17:00, Sa 10:00-14:00", got';
      expect(() => readOpeningHours(hours))
        .to.throw(ConfigurationError, `${like} ${JSON.stringify(hours)}; it is ignored`)
        .with.property('setting', 'hours');
    });
  }
});
