import type { Alert, VenueDefinition, ZoneState } from '@throng/contract';
import { describe, expect, it } from 'vitest';
import { EMPTY_VIEW, fold } from '../../../demo/src/live-view.js';
import { statusLine } from '../../../demo/src/status-line.js';

const venue: VenueDefinition = {
  id: 'hall',
  name: 'Hall',
  zones: ['floor', 'gate'].map((id, index) => ({
    id,
    name: id === 'gate' ? 'Gate A' : 'Floor',
    kind: 'walkway',
    polygon: [
      [index * 10, 0],
      [index * 10 + 5, 0],
      [index * 10 + 5, 5],
    ],
  })),
  passages: [],
  cameras: [],
};

const zone = (id: string, persons: number | null): ZoneState => ({
  zone: id,
  coverage: 1,
  at: '2026-05-01T19:00:00.000Z',
  unknownBecause: persons === null ? 'stale' : null,
  reading:
    persons === null
      ? null
      : {
          persons,
          sigma: 1,
          density: persons / 10,
          densityP95: 1,
          levelOfService: 'A',
          band: 'normal',
          trend: null,
        },
});

const alert = (state: Alert['state']): Alert => ({
  id: 'a1',
  category: 'system',
  priority: 'warning',
  state,
  raisedAt: '2026-05-01T19:00:00.000Z',
  changedAt: '2026-05-01T19:00:00.000Z',
  clearedAt: null,
  reason: { kind: 'duplicate-edge', edge: 'box', bootIds: ['a', 'b'] },
});

const delta = (zones: ZoneState[], alerts: Alert[] = []) => ({
  type: 'delta' as const,
  v: 1 as const,
  sequence: 1,
  at: '2026-05-01T19:00:00.000Z',
  zones,
  alerts,
  cameras: [],
  edges: [],
  grids: [],
});

/** Without the colours of a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const plain = (line: string) => line.replaceAll(/\u001b\[\d+m/g, '');

describe('the line in the terminal', () => {
  it('[U] says so while nothing is known', () => {
    expect(plain(statusLine(venue, EMPTY_VIEW))).toBe('nothing counted yet  no alerts');
    const unknown = fold(EMPTY_VIEW, delta([zone('floor', null)]));
    expect(plain(statusLine(venue, unknown))).toContain('nothing counted yet');
  });

  it('[U] puts the truth beside the count, and names the densest zone', () => {
    const view = fold(EMPTY_VIEW, delta([zone('floor', 12), zone('gate', 30.4)]));
    const truth = { clock: '0:10:00', onCamera: 45, zones: { floor: 12, gate: 33 } };
    expect(plain(statusLine(venue, view, truth))).toBe(
      '0:10:00  45 in view  42 counted  Gate A 30 of 33, 3.0 /m²  no alerts',
    );
  });

  it('[U] the newest word on a zone or alert counts, and a cleared alert is none', () => {
    const raised = fold(EMPTY_VIEW, delta([zone('floor', 12)], [alert('active')]));
    expect(plain(statusLine(venue, raised))).toContain('two agents call themselves box');
    const later = fold(raised, delta([zone('floor', 3)], [alert('cleared')]));
    expect(plain(statusLine(venue, later))).toBe('3 counted  Floor 3, 0.3 /m²  no alerts');
  });
});
