import { type CameraDefinition, toPolygon } from '@throng/contract';
import { area } from '@throng/crowd';
import { cameraChanged } from '../../state/editor/venue-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { TextField } from './text-field.js';

const words = pageTexts('editor');

export const CameraForm = ({
  camera,
  index,
}: {
  readonly camera: CameraDefinition;
  readonly index: number;
}) => {
  const { editVenue } = useEditor();
  const change = (field: 'name' | 'id' | 'edge') => (value: string) =>
    editVenue(
      (venue) => cameraChanged(venue, index, (each) => ({ ...each, [field]: value })),
      `cameras/${index}/${field}`,
    );
  return (
    <>
      <div className="edit-pair">
        <TextField label={words.field.name} value={camera.name} onChange={change('name')} />
        <TextField label={words.field.id} value={camera.id} isId onChange={change('id')} />
        <TextField label={words.field.edge} value={camera.edge} isId onChange={change('edge')} />
      </div>
      <p className="edit-measure">
        {words.field.area}: <b>{words.squareMetres(area(toPolygon(camera.area)))}</b>
      </p>
    </>
  );
};
