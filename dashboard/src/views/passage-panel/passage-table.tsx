import { OUTSIDE } from '@throng/contract';
import { bottlenecks } from '../../state/bottlenecks.js';
import { loadBand } from '../../state/passage-load.js';
import { byLoad, type PassageRow, passageRows } from '../../state/passage-rows.js';
import type { Picture } from '../../state/picture.js';
import { passageBinds } from '../../texts/bottleneck-text.js';
import { texts } from '../../texts/index.js';
import { nameOf } from '../../texts/name-of.js';
import { percentage } from '../../texts/numbers.js';
import { pageTexts } from '../../texts/pages.js';
import { BandMark } from '../band-mark.js';
import { useDispatch } from '../dashboard-context.js';
import './passage-panel.css';

export interface PassageTableProps {
  readonly picture: Picture;
  readonly selectedPassage: string | null;
}

/** The arrows' equal in words and numbers: every passage, the fullest first. */
export const PassageTable = ({ picture, selectedPassage }: PassageTableProps) => {
  const words = pageTexts('passage');
  const marked = bottlenecks(picture);
  return (
    <div className="scroll">
      <table className="zones passages">
        <caption className="hidden">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.name}</th>
            <th scope="col" className="number">
              {words.in}
            </th>
            <th scope="col" className="number">
              {words.out}
            </th>
            <th scope="col" className="number">
              {words.load}
            </th>
          </tr>
        </thead>
        <tbody>
          {passageRows(picture)
            .sort(byLoad)
            .map((row) => (
              <Row
                key={row.passage.id}
                row={row}
                venue={picture.venue}
                isSelected={row.passage.id === selectedPassage}
                bottleneck={passageBinds(row.passage.id, marked)}
              />
            ))}
        </tbody>
      </table>
    </div>
  );
};

const Row = ({
  bottleneck,
  isSelected,
  row: { load, passage, state },
  venue,
}: {
  /** That it binds, in words; null where it does not. */
  readonly bottleneck: string | null;
  readonly isSelected: boolean;
  readonly row: PassageRow;
  readonly venue: Picture['venue'];
}) => {
  const dispatch = useDispatch();
  const words = pageTexts('passage');
  const [from, to] = [passage.from, passage.to].map((side) =>
    side === OUTSIDE ? words.outside : nameOf(venue.zones, side),
  );
  const flow = state?.flow ?? null;
  return (
    <tr className={`zone-row ${isSelected ? 'selected' : ''}`} data-passage={passage.id}>
      <th scope="row">
        <button
          type="button"
          onClick={() => dispatch({ type: 'passage-selected', passage: passage.id })}
        >
          <BandMark standing={load === null ? 'unknown' : loadBand(load)} />
          <span className="zone-name">{passage.name}</span>
        </button>
        <span className="why">{words.between(from ?? '', to ?? '')}</span>
        {bottleneck === null ? null : <span className="why in-queue">{bottleneck}</span>}
      </th>
      {flow === null ? (
        <td colSpan={3} className="why">
          {texts.count.unknownValue} {words.unknown[state?.unknownBecause ?? 'untold']}
        </td>
      ) : (
        <>
          <td className="number">{words.flow(flow.in)}</td>
          <td className="number">{words.flow(flow.out)}</td>
          <td className="number strong">
            {load === null ? texts.count.unknownValue : percentage(Math.round(load * 100))}
          </td>
        </>
      )}
    </tr>
  );
};
