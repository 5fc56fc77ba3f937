import type { PlacedFault } from '../../state/editor/fault-place.js';
import { featureAt } from '../../state/editor/venue-draft.js';
import { pointerText } from '../../texts/fault-place-text.js';
import { faultText } from '../../texts/fault-text.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { nameOf } from './feature-list.js';

const words = pageTexts('editor');

/** One fault in words: of what (where that is not said already), of which field, and why. */
export const FaultLine = ({
  fault,
  isNamed = false,
}: {
  readonly fault: PlacedFault;
  readonly isNamed?: boolean;
}) => {
  const { draft } = useEditor();
  const { field, part, ref } = fault;
  const of = ref === null ? words.checks[part] : nameOf(draft.venue, ref);
  const root = ref === null ? (part === 'server' ? {} : draft[part]) : shapeAt(draft.venue, ref);
  const where = pointerText(words, root, field);
  return (
    <>
      {isNamed ? <b>{of}</b> : null} {where === '' ? null : <b className="where">{where}:</b>}{' '}
      {faultText(words.fault, fault)}
    </>
  );
};

const shapeAt = (...at: Parameters<typeof featureAt>): unknown => featureAt(...at)?.value;

/** What stands against one shape, or one part of the venue. */
export const FaultLines = ({
  faults,
  isNamed,
}: {
  readonly faults: readonly PlacedFault[];
  readonly isNamed?: boolean;
}) =>
  faults.length === 0 ? null : (
    <ul className="fault-lines">
      {faults.map((fault) => (
        <li key={`${fault.part} ${fault.path} ${fault.message}`}>
          <FaultLine fault={fault} isNamed={isNamed ?? false} />
        </li>
      ))}
    </ul>
  );
