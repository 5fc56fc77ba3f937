import { describe, expect, it } from 'vitest';
import { cornerRemoved } from '../../../../dashboard/src/state/editor/corners.js';
import {
  draftOf,
  type EditorEvent,
  edit,
  openedEditor,
} from '../../../../dashboard/src/state/editor/editor-state.js';
import type { EditedVenue } from '../../../../dashboard/src/state/editor/venue-draft.js';
import { removed, zoneChanged } from '../../../../dashboard/src/state/editor/venue-edits.js';
import { hall, hallDraft } from './hall.js';

const east = { list: 'zones', index: 1 } as const;
const editorAfter = (...events: EditorEvent[]) => events.reduce(edit, openedEditor(3, hallDraft));
const edited = (change: (venue: EditedVenue) => EditedVenue, about?: string): EditorEvent => ({
  type: 'edited',
  change: (draft) => ({ ...draft, venue: change(draft.venue) }),
  ...(about === undefined ? {} : { about }),
});
const rename = (name: string) =>
  edited((venue) => zoneChanged(venue, 0, (zone) => ({ ...zone, name })), 'zones/0/name');

describe('[U] the editor', () => {
  it('undoes a typed name as a whole, and redoes it', () => {
    const typed = [rename('F'), rename('Fo'), rename('Foyer')];
    expect(draftOf(editorAfter(...typed, { type: 'undone' }))).toBe(hallDraft);
    const again = editorAfter(...typed, { type: 'undone' }, { type: 'redone' });
    expect(draftOf(again).venue.zones[0]?.name).toBe('Foyer');
  });

  it('lets go of what is gone, also when an undo takes it away', () => {
    const chosen = { type: 'selected', ref: east } as const;
    expect(
      editorAfter(
        chosen,
        edited((venue) => removed(venue, east)),
      ).selected,
    ).toBeNull();
    const added = edited((venue) => ({
      ...venue,
      walls: [
        ...(venue.walls ?? []),
        [
          [0, 0],
          [1, 1],
        ],
      ],
    }));
    const wall = { type: 'selected', ref: { list: 'walls', index: 1 } } as const;
    expect(editorAfter(added, wall).selected).not.toBeNull();
    expect(editorAfter(added, wall, { type: 'undone' }).selected).toBeNull();
  });

  it('lets go of a corner that is gone, of another thing, and with another tool', () => {
    const last = [
      { type: 'selected', ref: east },
      { type: 'corner-selected', corner: 3 },
    ] as const;
    expect(editorAfter(...last).corner).toBe(3);
    expect(
      editorAfter(
        ...last,
        edited((venue) => cornerRemoved(venue, east, 3)),
      ).corner,
    ).toBeNull();
    expect(editorAfter(...last, { type: 'selected', ref: null }).corner).toBeNull();
    expect(editorAfter(...last, { type: 'tool-chosen', tool: 'zone' }).corner).toBeNull();
  });

  it('goes on from a saved version, or from somebody else’s, with its history', () => {
    const saved = editorAfter(rename('Foyer'), {
      type: 'saved',
      version: 4,
      draft: { ...hallDraft },
    });
    expect(saved).toMatchObject({ basedOn: 4, history: { past: [hallDraft] } });
    const theirs = { ...hallDraft, venue: { ...hall, name: 'Theirs' } };
    const given = editorAfter(
      rename('Foyer'),
      { type: 'edited', change: () => theirs },
      { type: 'rebased', version: 4, base: theirs },
    );
    expect(given).toMatchObject({ basedOn: 4, base: theirs, history: { present: theirs } });
    expect(draftOf(edit(given, { type: 'undone' })).venue.zones[0]?.name).toBe('Foyer');
  });

  it('begins with kept work, beside the version that it was begun with', () => {
    const kept = { ...hallDraft, venue: { ...hall, name: 'Kept' } };
    expect(openedEditor(2, hallDraft, kept)).toMatchObject({
      base: hallDraft,
      history: { past: [], present: kept },
      selected: null,
    });
  });
});
