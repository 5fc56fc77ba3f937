import { type Alert, toTimestamp } from '@throng/contract';
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

  it('nor in what was known when an alert stepped down', () => {
    const few = {
      zone: 'west',
      density: 0.04,
      sigma: 0.1,
      threshold: 2.2,
      persons: 4,
      coverage: 1,
    };
    const reason: Alert['reason'] = {
      ...{ kind: 'density', ...few, sustainedSeconds: 60, onDelaySeconds: 10 },
      ...{ clearsBelow: 2, offDelaySeconds: 30, trend: null },
    };
    const at = toTimestamp((DOORS + 60) * 1_000);
    const alert: Alert = {
      ...{ id: 'a', category: 'crowd', priority: 'warning', state: 'active', clearedAt: null },
      ...{ raisedAt: at, changedAt: at, reason },
    };
    const told = { ...evening(3, {}), transitions: [{ kind: 'raised', alert }] };
    const html = page({ evening: told });
    expect(html).toContain('fewer than 5 people (limit 2.20)');
    expect(html).not.toMatch(/\b4 people|0\.04/);
  });

  it('does not say that no limit was passed where only the record of alerts is missing', () => {
    const html = page({ evening: evening(3, { zones: { west: [350, 350, 350] } }) });
    expect(html).toContain('By the counts West stood above the warning limit');
    expect(html).not.toContain('No zone passed its warning limit');
    expect(page()).toContain('No zone passed its warning limit');
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
