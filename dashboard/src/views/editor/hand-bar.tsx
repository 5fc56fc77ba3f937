import {
  cornersOf,
  type EditedVenue,
  type FeatureRef,
  featureAt,
  leastCorners,
} from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon } from './icon.js';

const words = pageTexts('editor');

export interface HandBarProps {
  /** Points of what is being drawn. */
  readonly sketched: number;
  readonly onFinish: () => void;
  readonly onTakeBack: () => void;
  readonly onCancel: () => void;
  readonly onDeletePoint: () => void;
  readonly onDelete: () => void;
}

/** What can be done with the thing in hand, over the map: for those who have no keys. */
export const HandBar = (props: HandBarProps) => {
  const { draft, state } = useEditor();
  const { corner, selected, tool } = state;
  if (props.sketched > 0) {
    const least = tool === 'zone' || tool === 'camera' ? leastCorners.zones : leastCorners.walls;
    return (
      <div className="hand-bar">
        <button
          type="button"
          className="button is-main"
          disabled={props.sketched < least}
          onClick={props.onFinish}
        >
          {words.act.finish}
        </button>
        <button type="button" className="button" onClick={props.onTakeBack}>
          {words.act.takeBack}
        </button>
        <button type="button" className="button" onClick={props.onCancel}>
          {words.act.cancel}
        </button>
      </div>
    );
  }
  if (selected === null) return null;
  return (
    <div className="hand-bar">
      {corner !== null && hasSpare(draft.venue, selected) ? (
        <button type="button" className="button" onClick={props.onDeletePoint}>
          {words.act.deletePoint}
        </button>
      ) : null}
      <button type="button" className="button" onClick={props.onDelete}>
        <Icon name="remove" />
        {words.act.delete}
      </button>
    </div>
  );
};

/** Whether it has a corner more than it needs. */
const hasSpare = (venue: EditedVenue, ref: FeatureRef): boolean => {
  const feature = featureAt(venue, ref);
  return feature !== undefined && cornersOf(feature).length > leastCorners[ref.list];
};
