import { fromTimestamp, parseCalendar } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { readVenue, VENUE_FILE } from '../../../demo/src/simulated-venue/read-venue.js';
import {
  yesterdaysCalendar,
  yesterdaysDoors,
} from '../../../demo/src/simulated-venue/yesterday.js';

const NOW = fromTimestamp('2026-07-05T00:20:00Z');

describe("[U] yesterday's evening", () => {
  it('begins at a whole hour, a day before', () => {
    expect(yesterdaysDoors(NOW)).toBe(fromTimestamp('2026-07-04T00:00:00Z'));
  });

  it("goes by the venue's own plan, in a calendar that the server takes", async () => {
    const venue = await readVenue(VENUE_FILE);
    if (!venue.ok) throw new Error(venue.message);
    const calendar = yesterdaysCalendar(venue.value, NOW);
    expect(parseCalendar(calendar)).toMatchObject({ ok: true });
    expect(calendar.events).toMatchObject([
      { id: 'yesterday', doorsAt: '2026-07-04T00:00:00.000Z' },
    ]);
  });
});
