import type { Coordinates } from '@throng/contract';
import { useEffect, useMemo, useRef } from 'react';
import type { EditorMapActs } from '../../map/editor/editor-scene.js';
import { cornerRemoved, rounded, withCorners } from '../../state/editor/corners.js';
import { withDrawn } from '../../state/editor/new-features.js';
import { zoneSplit, zoneUnder } from '../../state/editor/split-zone.js';
import { type FeatureList, leastCorners } from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';

const words = pageTexts('editor');

type Line = [Coordinates, Coordinates];

const lists: Readonly<Record<'zone' | 'passage' | 'camera' | 'wall', FeatureList>> = {
  zone: 'zones',
  passage: 'passages',
  camera: 'cameras',
  wall: 'walls',
};

export interface BoardEvents {
  readonly onSketch: (points: number) => void;
  /** Two points of the floor plan were set. */
  readonly onMeasured: (line: Line) => void;
  readonly onTold: (text: string | null) => void;
  readonly onChosen: () => void;
}

/** What is done on the map, as changes of the draft. The same object for as long as the page is open. */
export const useBoardActs = (events: BoardEvents): EditorMapActs => {
  const { dispatch, draft, editVenue, select, state } = useEditor();
  const latest = useRef({ venue: draft.venue, selected: state.selected, events });
  useEffect(() => {
    latest.current = { venue: draft.venue, selected: state.selected, events };
  });
  return useMemo(() => {
    const split = (cut: Line) => {
      const { selected, venue } = latest.current;
      const isSelected =
        selected?.list === 'zones' && zoneSplit(venue, selected.index, cut) !== venue;
      const index = isSelected ? selected.index : zoneUnder(venue, cut);
      latest.current.events.onTold(index < 0 ? words.act.notSplit : null);
      if (index < 0) return;
      editVenue((each) => zoneSplit(each, index, cut));
      select({ list: 'zones', index });
    };
    return {
      drawn: (tool, given) => {
        const corners = given.map(rounded);
        const [from, to] = [corners[0], corners.at(-1)];
        if (from === undefined || to === undefined) return;
        if (tool === 'split') return split([from, to]);
        if (tool === 'scale-plan') return latest.current.events.onMeasured([from, to]);
        const list = lists[tool];
        if (corners.length < leastCorners[list]) return;
        const { ref } = withDrawn(latest.current.venue, list, corners, words.one[list]);
        editVenue((venue) => withDrawn(venue, list, corners, words.one[list]).venue);
        // Walls come many at a time; of the others one wants to say what they are.
        if (list === 'walls') return;
        dispatch({ type: 'tool-chosen', tool: 'select' });
        select(ref);
        latest.current.events.onChosen();
      },
      sketched: (points) => latest.current.events.onSketch(points),
      chosen: (ref) => {
        select(ref);
        if (ref !== null) latest.current.events.onChosen();
      },
      cornerChosen: (corner) => dispatch({ type: 'corner-selected', corner }),
      cornerRemoved: (ref, corner) => editVenue((venue) => cornerRemoved(venue, ref, corner)),
      shaped: (ref, corners) => editVenue((venue) => withCorners(venue, ref, corners)),
      planMoved: ([dx, dy]) =>
        editVenue((venue) => {
          const { floorPlan } = venue;
          if (floorPlan === undefined) return venue;
          const [x, y] = floorPlan.origin;
          return { ...venue, floorPlan: { ...floorPlan, origin: rounded([x + dx, y + dy]) } };
        }),
    };
  }, [dispatch, editVenue, select]);
};
