import { OUTSIDE, type PassageDefinition } from '@throng/contract';
import type { Picture } from '../../state/picture.js';
import { type ZoneRow, zoneRows, zoneStanding } from '../../state/zone-order.js';
import { texts } from '../../texts/index.js';
import { pageTexts } from '../../texts/pages.js';
import { densityText, unknownText } from '../../texts/zone-text.js';
import { BandMark } from '../band-mark.js';
import { useDispatch } from '../dashboard-context.js';

export interface PassageSidesProps {
  readonly passage: PassageDefinition;
  readonly picture: Picture;
  /** Event time, epoch milliseconds. */
  readonly now: number;
}

/** How it stands on both sides; each zone leads to its own panel. */
export const PassageSides = ({ now, passage: { from, to }, picture }: PassageSidesProps) => {
  const words = pageTexts('passage');
  const rows = zoneRows(picture);
  return (
    <>
      <h3>{words.sides}</h3>
      <ul className="passage-sides">
        {[from, to].map((side) => {
          const row = rows.find(({ zone }) => zone.id === side);
          return (
            <li key={side}>
              {row === undefined ? (
                <span>{side === OUTSIDE ? words.outside : side}</span>
              ) : (
                <Side row={row} now={now} />
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
};

const Side = ({ now, row: { state, zone } }: { readonly row: ZoneRow; readonly now: number }) => {
  const dispatch = useDispatch();
  const standing = zoneStanding(state);
  return (
    <>
      <button type="button" onClick={() => dispatch({ type: 'zone-selected', zone: zone.id })}>
        <BandMark standing={standing} />
        <span className="zone-name">{zone.name}</span>
      </button>
      {state.reading === null ? (
        <span className="note">{unknownText(state, now)}</span>
      ) : (
        <span>
          {texts.band[standing]}, {densityText(state)} {texts.unit.densityShort}
        </span>
      )}
    </>
  );
};
