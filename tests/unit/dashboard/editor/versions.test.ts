import { describe, expect, it } from 'vitest';
import { cornerMoved } from '../../../../dashboard/src/state/editor/corners.js';
import { merged } from '../../../../dashboard/src/state/editor/merge-drafts.js';
import type { VenueDraft } from '../../../../dashboard/src/state/editor/venue-draft.js';
import {
  passageChanged,
  removed,
  zoneChanged,
} from '../../../../dashboard/src/state/editor/venue-edits.js';
import {
  diffOf,
  isEmptyDiff,
  isEqual,
} from '../../../../dashboard/src/state/editor/version-diff.js';
import { hall, hallDraft } from './hall.js';

const named = (name: string): VenueDraft => ({
  ...hallDraft,
  venue: zoneChanged(hall, 0, (zone) => ({ ...zone, name })),
});

describe('[U] the difference of two versions', () => {
  it('is none between a version and itself, however its keys are ordered', () => {
    expect(isEmptyDiff(diffOf(hallDraft, structuredClone(hallDraft)))).toBe(true);
    expect(isEqual({ a: 1, b: [2, { c: 3 }] }, { b: [2, { c: 3 }], a: 1 })).toBe(true);
    expect(isEqual([1, 2], [2, 1])).toBe(false);
    expect(isEqual({ a: 1 }, { b: 1 })).toBe(false);
    expect(isEqual([], {})).toBe(false);
  });

  it('names what came, went and changed, with the fields that changed', () => {
    const drawn = cornerMoved(hall, { list: 'zones', index: 1 }, 1, [42, 0]);
    const wide = passageChanged(drawn, 0, (each) => ({ ...each, width: 3 }));
    const venue = removed(wide, { list: 'passages', index: 1 });
    const cameras = [...hall.cameras, { ...venue.cameras[0], id: 'new', name: 'New' }].flatMap(
      (each) =>
        each.edge === undefined || each.area === undefined
          ? []
          : [{ ...each, edge: each.edge, area: each.area }],
    );
    const { entries, venue: frame } = diffOf(hallDraft, {
      venue: { ...venue, cameras, name: 'Great hall' },
      calendar: hallDraft.calendar,
    });
    expect(entries.map(({ fields, id, kind, list }) => [kind, list, id, fields.length])).toEqual([
      ['changed', 'zones', 'east', 1],
      ['removed', 'passages', 'middle', 0],
      ['changed', 'passages', 'street', 1],
      ['added', 'cameras', 'new', 0],
    ]);
    expect(entries[2]?.fields).toEqual([{ field: 'width', before: undefined, after: 3 }]);
    expect(frame).toEqual([{ field: 'name', before: 'Hall', after: 'Great hall' }]);
  });

  it('sees the calendar', () => {
    const calendar = {
      plans: [{ id: 'show', name: 'Show', endMinute: 9, phases: [] }],
      events: [],
    };
    expect(diffOf(hallDraft, { ...hallDraft, calendar }).entries).toMatchObject([
      { kind: 'added', list: 'plans', id: 'show' },
    ]);
  });

  it('read backwards turns what came into what went', () => {
    const less: VenueDraft = { ...hallDraft, venue: removed(hall, { list: 'zones', index: 0 }) };
    const kinds = (a: VenueDraft, b: VenueDraft) => diffOf(a, b).entries.map(({ kind }) => kind);
    expect(kinds(hallDraft, less)).toEqual(['removed']);
    expect(kinds(less, hallDraft)).toEqual(['added']);
  });
});

describe('[U] joining two people’s work', () => {
  it('has what each of them changed, took away and added', () => {
    const mine = named('Foyer');
    const theirs: VenueDraft = {
      ...hallDraft,
      venue: removed(
        {
          ...hall,
          name: 'Great hall',
          zones: [
            ...hall.zones,
            {
              ...hall.zones[0],
              id: 'bar',
              name: 'Bar',
              kind: 'queue',
              polygon: [
                [50, 0],
                [60, 0],
                [60, 9],
              ],
            },
          ],
        },
        { list: 'passages', index: 1 },
      ),
    };
    const { clashes, draft } = merged(hallDraft, mine, theirs);
    expect(clashes).toEqual([]);
    expect(draft.venue.name).toBe('Great hall');
    expect(draft.venue.zones.map(({ name }) => name)).toEqual(['Foyer', 'East room', 'Bar']);
    expect(draft.venue.passages.map(({ id }) => id)).toEqual(['street']);
    expect(draft.venue.walls).toEqual(hall.walls);
  });

  it('keeps mine and says so where both changed the same thing differently', () => {
    const { clashes, draft } = merged(hallDraft, named('Foyer'), named('Lobby'));
    expect(draft.venue.zones[0]?.name).toBe('Foyer');
    expect(clashes).toEqual(['Foyer']);
    expect(merged(hallDraft, named('Foyer'), named('Foyer')).clashes).toEqual([]);
  });

  it('is theirs where I changed nothing, and mine where they did not', () => {
    expect(merged(hallDraft, hallDraft, named('Lobby')).draft).toEqual(named('Lobby'));
    expect(merged(hallDraft, named('Foyer'), hallDraft).draft).toEqual(named('Foyer'));
  });
});
