import { describe, expect, it } from 'vitest';
import { coreDumpFinding } from '../../../../edge-agent/src/doctor/core-dump-finding.js';

const limits = (soft: string, hard: string): string =>
  [
    'Limit                     Soft Limit           Hard Limit           Units     ',
    'Max data size             unlimited            unlimited            bytes     ',
    `Max core file size        ${soft.padEnd(20)} ${hard.padEnd(20)} bytes     `,
  ].join('\n');

describe('[U] core dumps', () => {
  it('science.md privacy 5: are off where both limits are 0', () => {
    const finding = coreDumpFinding({ limits: limits('0', '0'), filter: '00000000\n' });
    expect(finding).toMatchObject({ ok: true, detail: 'off, and no memory would be in one' });
  });

  it.each([
    ['0', 'unlimited'],
    ['unlimited', 'unlimited'],
  ])('are allowed by a limit of %s, at most %s; the remedy is named', (soft, hard) => {
    const finding = coreDumpFinding({ limits: limits(soft, hard), filter: '00000033\n' });
    expect(finding.ok).toBe(false);
    expect(finding.detail).toContain('frames in memory');
    expect(finding.remedy).toContain('LimitCORE=0');
  });

  it('are not known of where the system does not tell', () => {
    expect(coreDumpFinding(undefined).ok).toBe(true);
  });
});
