import { loadBand } from '../../state/passage-load.js';
import { type PassageRow, passageRows, rowsOfZone } from '../../state/passage-rows.js';
import type { Picture } from '../../state/picture.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { BandMark } from '../band-mark.js';
import { useDispatch } from '../dashboard-context.js';
import './passage-panel.css';

export interface ZonePassagesProps {
  readonly zone: string;
  readonly picture: Picture;
}

/** The ways into and out of a zone, with what passes them as the zone sees it. */
export const ZonePassages = ({ picture, zone }: ZonePassagesProps) => {
  const words = pageTexts('passage');
  const rows = rowsOfZone(passageRows(picture), zone);
  return (
    <>
      <h3>{words.heading}</h3>
      {rows.length === 0 ? <p className="note">{words.none}</p> : null}
      <ul className="passage-sides">
        {rows.map((row) => (
          <Way key={row.passage.id} row={row} zone={zone} />
        ))}
      </ul>
    </>
  );
};

const Way = ({
  row: { load, passage, state },
  zone,
}: {
  readonly row: PassageRow;
  readonly zone: string;
}) => {
  const dispatch = useDispatch();
  const words = pageTexts('passage');
  const flow = state?.flow ?? null;
  const [coming, going] = passage.to === zone ? [flow?.in, flow?.out] : [flow?.out, flow?.in];
  return (
    <li>
      <button
        type="button"
        onClick={() => dispatch({ type: 'passage-selected', passage: passage.id })}
      >
        <BandMark standing={load === null ? 'unknown' : loadBand(load)} />
        <span className="zone-name">{passage.name}</span>
      </button>
      {coming === undefined || going === undefined ? (
        <span className="note">{words.unknown[state?.unknownBecause ?? 'untold']}</span>
      ) : (
        <span>
          {words.ways(words.flow(coming), words.flow(going))} {texts.unit.perMinute}
        </span>
      )}
    </li>
  );
};
