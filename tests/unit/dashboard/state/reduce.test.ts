import { describe, expect, it } from 'vitest';
import type { DashboardEvent } from '../../../../dashboard/src/state/dashboard-event.js';
import { initialState } from '../../../../dashboard/src/state/dashboard-state.js';
import { reduce } from '../../../../dashboard/src/state/reduce.js';
import { AT, delta, densityAlert, measured, snapshot, unknown, venue } from '../live-samples.js';

const stateAfter = (...events: DashboardEvent[]) => events.reduce(reduce, initialState(0));
const received = (message: ReturnType<typeof snapshot> | ReturnType<typeof delta>, now = 1_000) =>
  ({ type: 'received', now, message }) as const;

describe('[U] dashboard state', () => {
  it('[LV1] the snapshot gives the venue and all that is known', () => {
    const { picture, connection } = stateAfter(received(snapshot({ sequence: 7 })));
    expect(picture?.venue.name).toBe('Hall');
    expect(picture?.sequence).toBe(7);
    expect([...(picture?.zones.keys() ?? [])]).toEqual(['gate', 'stage']);
    expect(connection.phase).toBe('live');
  });

  it('[LV2] a delta whose number is one above is laid over the picture', () => {
    const { picture, connection } = stateAfter(
      received(snapshot({ sequence: 7 })),
      received(delta(8, { zones: [measured('gate', 3)] }), 2_000),
    );
    expect(picture?.sequence).toBe(8);
    expect(picture?.zones.get('gate')?.reading?.density).toBe(3);
    expect(connection.heardAt).toBe(2_000);
  });

  it('[LV3] an entry replaces the entry of the same id and leaves the others', () => {
    const { picture } = stateAfter(
      received(snapshot({ alerts: [densityAlert('a'), densityAlert('b')] })),
      received(delta(1, { alerts: [densityAlert('a', { priority: 'critical' })] })),
    );
    expect(picture?.alerts.get('a')?.priority).toBe('critical');
    expect(picture?.alerts.get('b')?.priority).toBe('warning');
    expect(picture?.zones.size).toBe(2);
  });

  it.each([
    ['skipped', 2],
    ['repeated', 0],
  ])(
    '[LV4] a %s number is a gap: nothing more is believed until the next snapshot',
    (_, number) => {
      const gap = stateAfter(
        received(snapshot()),
        received(delta(number, { zones: [measured('gate', 9)] })),
        received(delta(1, { zones: [measured('gate', 9)] })),
      );
      expect(gap.connection).toMatchObject({ phase: 'gap', gaps: 1, heardAt: 1_000 });
      expect(gap.picture?.zones.get('gate')?.reading?.density).toBe(1);
      const mended = reduce(
        gap,
        received(snapshot({ sequence: 40, zones: [measured('gate', 2)] })),
      );
      expect(mended.connection.phase).toBe('live');
      expect(mended.picture?.zones.get('gate')?.reading?.density).toBe(2);
    },
  );

  it('a delta before any snapshot is a gap', () => {
    expect(stateAfter(received(delta(0))).connection.phase).toBe('gap');
  });

  it('[LV6] what is not known stays null', () => {
    const { picture } = stateAfter(
      received(snapshot()),
      received(delta(1, { zones: [unknown('gate')] })),
    );
    expect(picture?.zones.get('gate')?.reading).toBeNull();
    expect(picture?.zones.get('gate')?.unknownBecause).toBe('stale');
  });

  it('keeps the picture, and its age, when the connection is lost', () => {
    const state = stateAfter(
      received(snapshot(), 1_000),
      { type: 'disconnected', now: 5_000, retryAt: 6_000 },
      { type: 'connecting', now: 6_000 },
    );
    expect(state.picture).not.toBeNull();
    expect(state.connection).toMatchObject({ phase: 'connecting', heardAt: 1_000, losses: 1 });
  });

  it('counts a refused message, with its reason, and does not take it for news', () => {
    const { connection } = stateAfter(received(snapshot(), 1_000), {
      type: 'refused',
      now: 2_000,
      why: '/at: missing',
    });
    expect(connection.refused).toEqual({ count: 1, last: '/at: missing' });
    expect(connection.heardAt).toBe(1_000);
  });

  it('closes the panel of a zone that a new plan no longer has', () => {
    const [gate] = venue.zones;
    const state = stateAfter(
      received(snapshot()),
      { type: 'zone-selected', zone: 'stage' },
      received(
        snapshot({ venue: { ...venue, zones: gate ? [gate] : [] }, zones: [measured('gate')] }),
      ),
    );
    expect(state.selectedZone).toBeNull();
  });

  it('shows a zone or a passage, never both, and drops a passage that the venue no longer has', () => {
    const opened = stateAfter(
      received(snapshot()),
      { type: 'zone-selected', zone: 'stage' },
      { type: 'passage-selected', passage: 'door-1' },
    );
    expect([opened.selectedZone, opened.selectedPassage]).toEqual([null, 'door-1']);
    const zone = reduce(opened, { type: 'zone-selected', zone: 'gate' });
    expect([zone.selectedZone, zone.selectedPassage]).toEqual(['gate', null]);
    const changed = received(snapshot({ venue: { ...venue, passages: [] } }));
    expect(reduce(opened, received(snapshot())).selectedPassage).toBe('door-1');
    expect(reduce(opened, changed).selectedPassage).toBeNull();
  });

  it('forgets the past of another venue', () => {
    const other = { ...venue, id: 'other' };
    const state = stateAfter(received(snapshot()), received(snapshot({ venue: other })));
    expect(state.histories.get('gate')).toEqual([{ at: Date.parse(AT), density: 1 }]);
  });
});
