import { describe, expect, it } from 'vitest';
import { makeEventReport } from '../../../../control-server/src/event-report/event-report.js';
import { formatIn } from '../../../../control-server/src/event-report/format.js';
import { reportPage } from '../../../../control-server/src/event-report/page/report-page.js';
import { recallEvening } from '../../../../control-server/src/event-report/recalled-evening.js';
import { tellReport } from '../../../../control-server/src/event-report/tell-report.js';
import { english } from '../../../../control-server/src/event-report/texts.js';
import { PLAN } from '../support/venue.js';
import { asked, DOORS, evening } from './support/evening.js';

const page = (parts: Partial<Parameters<typeof makeEventReport>[0]> = {}): string => {
  const format = formatIn('Europe/Berlin');
  const report = makeEventReport({
    ...{ venue: 'Hall', cameras: PLAN.venue.cameras, last: null, acts: [], skill: [], k: 5 },
    evening: evening(3, { zones: { west: [50, 120, 80] } }),
    ...parts,
  });
  return reportPage(tellReport(report, english(format), format), 'en');
};

describe('[U] a report in words', () => {
  it('tells times in the venue’s own zone', () => {
    expect(page()).toMatch(/Saturday,? 4 July 2026/);
    expect(page()).toContain('19:00 to 19:03 (Europe/Berlin)');
  });

  it('tells unknown as unknown, and nothing known as that', () => {
    expect(page()).toMatch(/<td[^>]*><span>East<\/span><\/td><td[^>]*><span>unknown<\/span>/);
    expect(page({ evening: evening(3, {}) })).toContain('Nothing was measured in this time');
  });

  it('holds no script, calls nothing, and writes names as text', () => {
    const html = page({ venue: '<img src=x onerror=alert(1)>' });
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(html).not.toMatch(/<(script|img|link|iframe)\b|\bstyle="|url\(/);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  it('never tells a count below k, in words or pictures', () => {
    const html = page({ evening: evening(3, { zones: { west: [3, 2, 4] } }) });
    expect(html).toContain('never 5 or more counted');
    expect(html).not.toMatch(/>0\.0[234]</);
  });

  it('draws the last time beside it, from what is kept when its measurements are erased', () => {
    const last = asked(3, {
      event: 'before',
      name: 'Before',
      from: DOORS - 604_800,
      to: DOORS - 604_620,
    });
    const row = { event: 'before', zone: 'west', doorsAt: last.from, fromMinute: -1, area: 100 };
    const recalled = recallEvening(PLAN, last, 60, [{ ...row, minutes: [7, 30, null, 50] }]);
    expect(recalled.zones[0]?.steps.map((step) => step?.persons ?? null)).toEqual([30, null, 50]);
    expect(page({ last: recalled })).toContain('last time (Before), from the doors on');
  });
});

describe('[U] how numbers are written', () => {
  const { duration, share, whole } = formatIn('UTC');
  it.each([
    [45, '45 s'],
    [119, '119 s'],
    [150, '3 min'],
    [3_600, '1 h'],
    [12_000, '3 h 20 min'],
  ])('%d s are %s', (seconds, told) => expect(duration(seconds)).toBe(told));

  it('nearly all is not all, and hardly any is not none', () => {
    expect([0, 0.001, 0.96, 0.999, 1].map(share)).toEqual([
      '0 %',
      '< 1 %',
      '96 %',
      '> 99 %',
      '100 %',
    ]);
    expect(whole(12_345.6)).toBe('12,346');
  });
});
