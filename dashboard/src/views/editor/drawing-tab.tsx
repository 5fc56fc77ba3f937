import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { FeatureForm } from './feature-form.js';
import { FeatureList } from './feature-list.js';
import { FloorPlanForm, type FloorPlanFormProps } from './floor-plan-form.js';
import { GeoJsonForm } from './geo-json-form.js';
import { TextField } from './text-field.js';

const words = pageTexts('editor');

/** What is drawn: the shape in hand, or all of them. */
export const DrawingTab = (floorPlan: FloorPlanFormProps) => {
  const { draft, editVenue, state } = useEditor();
  if (state.selected !== null) return <FeatureForm selected={state.selected} />;
  return (
    <>
      <TextField
        label={words.field.venueName}
        value={draft.venue.name}
        onChange={(name) => editVenue((venue) => ({ ...venue, name }), 'venue/name')}
      />
      <FeatureList />
      <FloorPlanForm {...floorPlan} />
      <GeoJsonForm />
    </>
  );
};
