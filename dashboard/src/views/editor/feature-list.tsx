import { toPolygon, toSegment } from '@throng/contract';
import { area, segmentLength } from '@throng/crowd';
import { placeholderCorners, withDrawn } from '../../state/editor/new-features.js';
import {
  type EditedVenue,
  type FeatureRef,
  featureAt,
  featureLists,
  isSame,
  type FeatureList as ListName,
} from '../../state/editor/venue-draft.js';
import { pageTexts } from '../../texts/pages.js';
import { useEditor } from './editor-context.js';
import { Icon } from './icon.js';

const words = pageTexts('editor');

/** Every shape by name: the map for those who do not point. */
export const FeatureList = () => {
  const { checks, dispatch, draft, editVenue, select } = useEditor();
  const add = (list: ListName) => {
    const { ref } = withDrawn(
      draft.venue,
      list,
      placeholderCorners(draft.venue, list),
      words.one[list],
    );
    editVenue(
      (venue) => withDrawn(venue, list, placeholderCorners(venue, list), words.one[list]).venue,
    );
    dispatch({ type: 'selected', ref });
  };
  const isWrong = (ref: FeatureRef) => checks.faults.some((fault) => isSame(fault.ref, ref));
  return (
    <>
      {featureLists.map((list) => {
        const count =
          list === 'walls' ? (draft.venue.walls ?? []).length : draft.venue[list].length;
        return (
          <details key={list} className="feature-list" open={list !== 'walls'}>
            <summary>
              <h3>{words.list[list]}</h3> <span className="note">{count}</span>
            </summary>
            <ul>
              {Array.from({ length: count }, (_, index) => ({ list, index })).map((ref) => (
                <li key={ref.index}>
                  <button type="button" className="feature-row" onClick={() => select(ref)}>
                    {list === 'zones' ? (
                      <i className={`kind-mark is-${draft.venue.zones[ref.index]?.kind}`} />
                    ) : null}
                    <span>{nameOf(draft.venue, ref)}</span>
                    {isWrong(ref) ? <b className="wrong-word">{words.faulty}</b> : null}
                    <span className="note">{measureOf(draft.venue, ref)}</span>
                  </button>
                </li>
              ))}
            </ul>
            <button type="button" className="tool" onClick={() => add(list)}>
              <Icon name="add" />
              {words.add[list]}
            </button>
          </details>
        );
      })}
    </>
  );
};

export const nameOf = (venue: EditedVenue, ref: FeatureRef): string => {
  const feature = featureAt(venue, ref);
  if (feature === undefined || feature.list === 'walls') return words.wallName(ref.index + 1);
  return feature.value.name || feature.value.id || words.one[ref.list];
};

const measureOf = (venue: EditedVenue, ref: FeatureRef): string => {
  const feature = featureAt(venue, ref);
  if (feature?.list === 'zones') return words.squareMetres(area(toPolygon(feature.value.polygon)));
  if (feature?.list === 'cameras') return feature.value.edge;
  if (feature?.list === 'passages') {
    const { line, width } = feature.value;
    return words.metres(width ?? segmentLength(toSegment(line)));
  }
  return '';
};
