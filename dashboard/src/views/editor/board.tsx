import { type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { createEditorMap } from '../../map/editor/editor-map.js';
import type { EditorMap, EditorMapActs, EditorScene } from '../../map/editor/editor-scene.js';
import type { ColourScheme } from '../../map/palette.js';
import type { Tool } from '../../state/editor/editor-state.js';
import type { FeatureRef } from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { MapButton } from '../map-button.js';
import { useEditor } from './editor-context.js';

const words = pageTexts('editor');

/** Metres between the lines that points can be drawn to; 0 is none. */
const GRIDS = [0, 0.1, 0.25, 0.5, 1];

const isCoarse = matchMedia('(pointer: coarse)');

export interface BoardProps {
  /** Must stay the same object. */
  readonly acts: EditorMapActs;
  readonly map: RefObject<EditorMap | null>;
  readonly scheme: ColourScheme;
  readonly planOpacity: number;
  /** What lies over the map. */
  readonly children: ReactNode;
}

/** The drawing board: the map with its tools. One map lasts as long as the page. */
export const Board = ({ acts, children, map, planOpacity, scheme }: BoardProps) => {
  const { checks, draft, state } = useEditor();
  const [grid, setGrid] = useState(0);
  const [areCamerasShown, setCamerasShown] = useState(false);
  const target = useRef<HTMLDivElement>(null);
  const { corner, selected, tool } = state;
  const scene = useMemo<EditorScene>(
    () => ({
      venue: draft.venue,
      selected,
      corner,
      tool,
      scheme,
      areCamerasShown,
      grid,
      planOpacity,
      wrong: checks.faults.flatMap(({ ref }) => ref ?? []),
    }),
    [draft.venue, selected, corner, tool, scheme, areCamerasShown, grid, planOpacity, checks],
  );
  const first = useRef(scene);
  useEffect(() => {
    if (target.current === null) return;
    const made = createEditorMap(target.current, first.current, acts);
    map.current = made;
    return () => {
      map.current = null;
      made.dispose();
    };
  }, [acts, map]);
  useEffect(() => map.current?.show(scene), [map, scene]);
  return (
    <div className="edit-board">
      <div
        ref={target}
        className="map"
        role="application"
        aria-label={words.view.map}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the map pans and zooms by its keys
        tabIndex={0}
      />
      <p className="edit-hint" role="status">
        {hintOf(tool, selected)}
      </p>
      {children}
      <div className="map-tools">
        <MapButton
          label={words.view.zoomIn}
          icon="M8 3v10M3 8h10"
          onPress={() => map.current?.zoom(1)}
        />
        <MapButton
          label={words.view.zoomOut}
          icon="M3 8h10"
          onPress={() => map.current?.zoom(-1)}
        />
        <MapButton
          label={words.view.fit}
          icon="M2 2h12v12H2ZM5 5h6v6H5Z"
          onPress={() => map.current?.fit()}
        />
        <MapButton
          label={words.view.cameras}
          icon="M1.5 5h9v7h-9ZM10.5 8l4-2.5v6L10.5 9"
          isPressed={areCamerasShown}
          onPress={() => setCamerasShown(!areCamerasShown)}
        />
      </div>
      <label className="edit-grid">
        <span>{words.view.grid}</span>
        <select value={grid} onChange={({ target: { value } }) => setGrid(Number(value))}>
          {GRIDS.map((each) => (
            <option key={each} value={each}>
              {each === 0 ? words.view.gridOff : words.metres(each)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
};

const hintOf = (tool: Tool, selected: FeatureRef | null): string => {
  if (tool === 'select' && isCoarse.matches) return words.hint.selectTouch;
  return tool === 'move' && selected === null ? words.hint.moveNothing : words.hint[tool];
};
