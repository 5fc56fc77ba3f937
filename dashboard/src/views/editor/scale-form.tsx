import type { Coordinates } from '@throng/contract';
import { useEffect, useRef, useState } from 'react';
import { scaledByLength } from '../../state/editor/floor-plan-scale.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';

const words = pageTexts('editor');

/** Asks how long the line on the floor plan is, and scales the picture by it. */
export const ScaleForm = ({
  line,
  onDone,
}: {
  readonly line: readonly [Coordinates, Coordinates];
  readonly onDone: () => void;
}) => {
  const { editVenue } = useEditor();
  const [metres, setMetres] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      className="scale-form"
      onSubmit={(event) => {
        event.preventDefault();
        editVenue((venue) => {
          const scaled = venue.floorPlan && scaledByLength(venue.floorPlan, line, Number(metres));
          return scaled === undefined ? venue : { ...venue, floorPlan: scaled };
        });
        onDone();
      }}
    >
      <label className="edit-field">
        <span>{words.floorPlan.known}</span>
        <input
          ref={field}
          type="number"
          min={0.1}
          step="any"
          required
          value={metres}
          onChange={({ target }) => setMetres(target.value)}
        />
      </label>
      <button type="submit" className="button is-main">
        {words.floorPlan.apply}
      </button>
      <button type="button" className="button" onClick={onDone}>
        {words.act.cancel}
      </button>
    </form>
  );
};
