import { useState } from 'react';
import { cornerInserted, cornerMoved, cornerRemoved, movedBy } from '../../state/editor/corners.js';
import {
  cornersOf,
  type Feature,
  type FeatureRef,
  leastCorners,
} from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon } from './icon.js';
import { NumberField } from './number-field.js';

const words = pageTexts('editor');

/** The corners in metres: the drawing without a pointer. The corner in hand is marked on the map. */
export const CornerTable = ({
  feature,
  selected,
}: {
  readonly feature: Feature;
  readonly selected: FeatureRef;
}) => {
  const { dispatch, editVenue, state } = useEditor();
  const corners = cornersOf(feature);
  const isFixed = selected.list === 'passages';
  return (
    <fieldset className="edit-part">
      <legend>{words.corners.heading}</legend>
      <table className="corner-table">
        <thead>
          <tr>
            <th scope="col">{words.corners.number}</th>
            <th scope="col">{words.corners.x}</th>
            <th scope="col">{words.corners.y}</th>
            {isFixed ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {corners.map((corner, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the ring
            <tr key={index} aria-current={state.corner === index ? 'true' : undefined}>
              <th scope="row">{index + 1}</th>
              {(['x', 'y'] as const).map((axis, place) => (
                <td key={axis}>
                  <NumberField
                    label={words.corners.of(axis, index + 1)}
                    isLabelHidden
                    value={corner[place]}
                    onFocus={() => dispatch({ type: 'corner-selected', corner: index })}
                    onChange={(value) =>
                      editVenue((venue) =>
                        cornerMoved(
                          venue,
                          selected,
                          index,
                          place === 0 ? [value, corner[1]] : [corner[0], value],
                        ),
                      )
                    }
                  />
                </td>
              ))}
              {isFixed ? null : (
                <td>
                  <button
                    type="button"
                    className="icon-button"
                    title={words.corners.insert(index + 1)}
                    aria-label={words.corners.insert(index + 1)}
                    onClick={() => editVenue((venue) => cornerInserted(venue, selected, index))}
                  >
                    <Icon name="add" />
                  </button>
                  <button
                    type="button"
                    className="icon-button"
                    title={words.corners.remove(index + 1)}
                    aria-label={words.corners.remove(index + 1)}
                    disabled={corners.length <= leastCorners[selected.list]}
                    onClick={() => editVenue((venue) => cornerRemoved(venue, selected, index))}
                  >
                    <Icon name="remove" />
                  </button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <MoveForm onMove={(dx, dy) => editVenue((venue) => movedBy(venue, selected, dx, dy))} />
    </fieldset>
  );
};

const MoveForm = ({ onMove }: { readonly onMove: (dx: number, dy: number) => void }) => {
  const [[dx, dy], setBy] = useState<readonly [number, number]>([0, 0]);
  return (
    <div className="move-form">
      <span>{words.corners.moveBy}</span>
      <NumberField label={words.corners.x} value={dx} onChange={(x) => setBy([x, dy])} />
      <NumberField label={words.corners.y} value={dy} onChange={(y) => setBy([dx, y])} />
      <button
        type="button"
        className="button"
        disabled={dx === 0 && dy === 0}
        onClick={() => onMove(dx, dy)}
      >
        {words.corners.move}
      </button>
    </div>
  );
};
