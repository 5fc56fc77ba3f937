import { describe, expect, it } from 'vitest';
import { pageAddress, pageNames, pageOf } from '../../../../dashboard/src/state/page-address.js';

describe('[U] the address of a page', () => {
  it('leads back to its page', () => {
    for (const page of pageNames) expect(pageOf(pageAddress(page))).toBe(page);
  });

  it('is the live page where it names none', () => {
    for (const hash of ['', '#', '#alerts', '#/nowhere', '#/fleet/'])
      expect(pageOf(hash)).toBe('live');
  });
});
