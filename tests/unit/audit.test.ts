import { describe, expect, it } from 'vitest';
import { verdictOf } from '../audit.mjs';

const report = (severity: string) =>
  JSON.stringify({
    metadata: { vulnerabilities: { total: 1 } },
    vulnerabilities: { left: { name: 'left-pad', severity, range: '<2', fixAvailable: true } },
  });

describe('[U] the audit of dependencies', () => {
  it.each([
    ['critical', false],
    ['high', false],
    ['moderate', true],
    ['low', true],
  ])('a %s fault passes: %s', (severity, passes) => {
    expect(verdictOf(report(severity)).ok).toBe(passes);
  });

  it('names what must be mended, and how', () => {
    expect(verdictOf(report('high')).words).toEqual([
      'Audited: 1 known faults, 1 of them high or critical.',
      '  high: left-pad <2 (npm audit fix)',
    ]);
  });

  it('says plainly that nothing was audited, where the registry does not answer', () => {
    const refused = JSON.stringify({ message: '405 Method Not Allowed', statusCode: 405 });
    for (const text of [refused, '', '<html>']) {
      const { ok, words } = verdictOf(text);
      expect(ok).toBe(true);
      expect(words[0]).toMatch(/^Not audited: /);
    }
  });
});
