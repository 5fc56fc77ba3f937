import { toPolygon, type ZoneDefinition, type ZoneService } from '@throng/contract';
import { area } from '@throng/crowd';
import { without, zoneChanged } from '../../state/editor/venue-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { ChoiceField, TextField } from './text-field.js';

const words = pageTexts('editor');

const kinds = (['walkway', 'stairs', 'queue', 'viewing'] as const).map((value) => ({
  value,
  text: words.kind[value],
}));
const services = (['nothing', 'gate', 'concession', 'medical'] as const).map((value) => ({
  value,
  text: words.serves[value],
}));

export const ZoneForm = ({
  index,
  zone,
}: {
  readonly zone: ZoneDefinition;
  readonly index: number;
}) => {
  const { editVenue } = useEditor();
  const change = (next: (zone: ZoneDefinition) => ZoneDefinition, field?: string) =>
    editVenue(
      (venue) => zoneChanged(venue, index, next),
      field === undefined ? undefined : `zones/${index}/${field}`,
    );
  const serve = (serves: ZoneService | 'nothing') =>
    change((each) => (serves === 'nothing' ? without(each, 'serves') : { ...each, serves }));
  return (
    <>
      <div className="edit-pair">
        <TextField
          label={words.field.name}
          value={zone.name}
          onChange={(name) => change((each) => ({ ...each, name }), 'name')}
        />
        <TextField
          label={words.field.id}
          value={zone.id}
          isId
          onChange={(id) => change((each) => ({ ...each, id }), 'id')}
        />
        <ChoiceField
          label={words.field.kind}
          value={zone.kind}
          choices={kinds}
          onChange={(kind) => change((each) => ({ ...each, kind }))}
        />
        <ChoiceField
          label={words.field.serves}
          value={zone.serves ?? 'nothing'}
          choices={services}
          onChange={serve}
        />
      </div>
      <p className="edit-measure">
        {words.field.area}: <b>{words.squareMetres(area(toPolygon(zone.polygon)))}</b>
      </p>
    </>
  );
};
