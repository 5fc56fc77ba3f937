import type { FloorPlan } from '@throng/contract';
import { useState } from 'react';
import { uploadFloorPlan } from '../../adapters/venue-versions.js';
import { venueExtent } from '../../map/venue-extent.js';
import { placedFloorPlan } from '../../state/editor/floor-plan-scale.js';
import { without } from '../../state/editor/venue-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { NumberField } from './number-field.js';

const words = pageTexts('editor');

/** Bytes that the server takes. */
const LARGEST = 4 * 1024 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/webp'];

export interface FloorPlanFormProps {
  /** 0…1 */
  readonly opacity: number;
  readonly onOpacity: (opacity: number) => void;
}

/** The picture under the drawing: chosen, scaled, moved. */
export const FloorPlanForm = ({ onOpacity, opacity }: FloorPlanFormProps) => {
  const { dispatch, draft, editVenue } = useEditor();
  const [told, setTold] = useState<string | null>(null);
  const plan = draft.venue.floorPlan;
  const change = (next: (plan: FloorPlan) => FloorPlan) =>
    editVenue((venue) =>
      venue.floorPlan === undefined ? venue : { ...venue, floorPlan: next(venue.floorPlan) },
    );
  const take = async (file: File) => {
    setTold(words.floorPlan.loading);
    const taken = await takeImage(file);
    setTold(taken.told);
    const { image, pixels } = taken;
    if (image === undefined) return;
    editVenue((venue) => {
      const { maxX, minX, minY } = venueExtent(venue);
      const extent = minX < maxX ? { minX, minY, maxX } : null;
      const floorPlan = venue.floorPlan
        ? {
            ...venue.floorPlan,
            image,
            height: (venue.floorPlan.width * pixels.height) / pixels.width,
          }
        : placedFloorPlan(image, pixels, extent);
      return { ...venue, floorPlan };
    });
  };
  return (
    <details className="feature-list" open={plan !== undefined}>
      <summary>
        <h3>{words.floorPlan.heading}</h3>
      </summary>
      <p className="note">{words.floorPlan.note}</p>
      <label className="button file-button">
        {plan === undefined ? words.floorPlan.choose : words.floorPlan.replace}
        <input
          type="file"
          accept={TYPES.join(',')}
          onChange={({ target }) => {
            const file = target.files?.[0];
            target.value = '';
            if (file !== undefined) void take(file);
          }}
        />
      </label>
      <p className="note" role="status">
        {told}
      </p>
      {plan === undefined ? null : (
        <>
          <label className="edit-field">
            <span>{words.floorPlan.opacity}</span>
            <input
              type="range"
              min={0}
              max={1}
              step={0.05}
              value={opacity}
              onChange={({ target }) => onOpacity(target.valueAsNumber)}
            />
          </label>
          <div className="edit-buttons">
            <button
              type="button"
              className="button"
              onClick={() => dispatch({ type: 'tool-chosen', tool: 'scale-plan' })}
            >
              {words.floorPlan.scale}
            </button>
            <button
              type="button"
              className="button"
              onClick={() => dispatch({ type: 'tool-chosen', tool: 'move-plan' })}
            >
              {words.floorPlan.move}
            </button>
          </div>
          <div className="edit-pair">
            <NumberField
              label={words.floorPlan.x}
              value={plan.origin[0]}
              onChange={(x) => change((each) => ({ ...each, origin: [x, each.origin[1]] }))}
            />
            <NumberField
              label={words.floorPlan.y}
              value={plan.origin[1]}
              onChange={(y) => change((each) => ({ ...each, origin: [each.origin[0], y] }))}
            />
            <NumberField
              label={words.floorPlan.width}
              value={plan.width}
              min={0.1}
              onChange={(width) =>
                change((each) => ({ ...each, width, height: (each.height * width) / each.width }))
              }
            />
          </div>
          <button
            type="button"
            className="button"
            onClick={() => editVenue((venue) => without(venue, 'floorPlan'))}
          >
            {words.floorPlan.remove}
          </button>
        </>
      )}
    </details>
  );
};

interface Taken {
  readonly told: string | null;
  /** Its name on the server; undefined where it was not taken. */
  readonly image?: string;
  readonly pixels: { readonly width: number; readonly height: number };
}

const takeImage = async (file: File): Promise<Taken> => {
  const none = { width: 1, height: 1 };
  if (!TYPES.includes(file.type)) return { told: words.floorPlan.notAnImage, pixels: none };
  if (file.size > LARGEST) return { told: words.floorPlan.tooLarge, pixels: none };
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) return { told: words.floorPlan.notAnImage, pixels: none };
  const pixels = { width: bitmap.width, height: bitmap.height };
  bitmap.close();
  const uploaded = await uploadFloorPlan(file);
  return uploaded.ok
    ? { told: null, image: uploaded.value, pixels }
    : { told: words.floorPlan.refused, pixels };
};
