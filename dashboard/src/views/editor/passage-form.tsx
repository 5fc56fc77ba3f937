import { OUTSIDE, type PassageDefinition, toSegment } from '@throng/contract';
import { segmentLength } from '@throng/crowd';
import { endsBeside } from '../../state/editor/passage-ends.js';
import { flipped, passageChanged, without } from '../../state/editor/venue-edits.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { NumberField } from './number-field.js';
import { ChoiceField, TextField } from './text-field.js';

const words = pageTexts('editor');

export const PassageForm = ({
  index,
  passage,
}: {
  readonly passage: PassageDefinition;
  readonly index: number;
}) => {
  const { draft, editVenue } = useEditor();
  const { zones } = draft.venue;
  const change = (next: (passage: PassageDefinition) => PassageDefinition, field?: string) =>
    editVenue(
      (venue) => passageChanged(venue, index, next),
      field === undefined ? undefined : `passages/${index}/${field}`,
    );
  const places = [
    { value: OUTSIDE, text: words.outside },
    ...zones.map(({ id, name }) => ({ value: id, text: name })),
  ];
  const nameOf = (end: string) => places.find(({ value }) => value === end)?.text ?? end;
  return (
    <>
      <div className="edit-pair">
        <TextField
          label={words.field.name}
          value={passage.name}
          onChange={(name) => change((each) => ({ ...each, name }), 'name')}
        />
        <TextField
          label={words.field.id}
          value={passage.id}
          isId
          onChange={(id) => change((each) => ({ ...each, id }), 'id')}
        />
        <ChoiceField
          label={words.field.from}
          value={passage.from}
          choices={places}
          onChange={(from) => change((each) => ({ ...each, from }))}
        />
        <ChoiceField
          label={words.field.to}
          value={passage.to}
          choices={places}
          onChange={(to) => change((each) => ({ ...each, to }))}
        />
      </div>
      <p className="edit-measure">
        {words.passage.direction(nameOf(passage.from), nameOf(passage.to))}
      </p>
      <div className="edit-buttons">
        <button type="button" className="button" onClick={() => change(flipped)}>
          {words.passage.flip}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => change((each) => ({ ...each, ...endsBeside(each.line, zones) }))}
        >
          {words.passage.suggest}
        </button>
      </div>
      <NumberField
        label={words.field.width}
        value={passage.width}
        min={0.01}
        onChange={(width) => change((each) => ({ ...each, width }))}
        onEmpty={() => change((each) => without(each, 'width'))}
      />
      <p className="note">{words.field.widthNote(segmentLength(toSegment(passage.line)))}</p>
    </>
  );
};
