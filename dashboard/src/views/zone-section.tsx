import { bottlenecks } from '../state/bottlenecks.js';
import type { Picture } from '../state/picture.js';
import { isPartial } from '../state/venue-summary.js';
import { byRisk, type ZoneRow, zoneRows, zoneStanding } from '../state/zone-order.js';
import { zoneInQueue } from '../texts/bottleneck-text.js';
import { texts } from '../texts/index.js';
import { densityText, personsText, unknownText } from '../texts/zone-text.js';
import { BandMark } from './band-mark.js';
import { useDispatch } from './dashboard-context.js';
import { TrendMark } from './trend-mark.js';

/** The map's equal in words and numbers: every zone, the worst first. */
export const ZoneSection = ({
  picture,
  now,
  selectedZone,
}: {
  readonly picture: Picture;
  readonly now: number;
  readonly selectedZone: string | null;
}) => {
  const marked = bottlenecks(picture);
  return (
    <div className="scroll" id="zones">
      <table className="zones">
        <caption className="hidden">{texts.zones.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{texts.zones.name}</th>
            <th scope="col" className="number">
              {texts.zones.density}
            </th>
            <th scope="col" className="letter">
              {texts.zones.level}
            </th>
            <th scope="col" className="number">
              {texts.zones.persons}
            </th>
            <th scope="col" className="number">
              {texts.zones.trend}
            </th>
          </tr>
        </thead>
        <tbody>
          {zoneRows(picture)
            .sort(byRisk)
            .map((row) => (
              <Row
                key={row.zone.id}
                row={row}
                isSelected={row.zone.id === selectedZone}
                now={now}
                queue={zoneInQueue(row.zone.id, marked, picture.venue)}
              />
            ))}
        </tbody>
      </table>
    </div>
  );
};

const Row = ({
  row: { zone, state },
  isSelected,
  now,
  queue,
}: {
  readonly row: ZoneRow;
  readonly isSelected: boolean;
  readonly now: number;
  /** What it has to do with a bottleneck, in words. */
  readonly queue: string | null;
}) => {
  const dispatch = useDispatch();
  const standing = zoneStanding(state);
  const { reading } = state;
  const seen = isPartial(state) ? texts.count.seen(state.coverage) : null;
  return (
    <tr className={`zone-row ${isSelected ? 'selected' : ''}`} data-zone={zone.id}>
      <th scope="row">
        <button type="button" onClick={() => dispatch({ type: 'zone-selected', zone: zone.id })}>
          <BandMark standing={standing} />
          <span className="zone-name">{zone.name}</span>
        </button>
        <span className={standing === 'normal' && seen === null ? 'hidden' : 'why'}>
          <span className={standing === 'normal' ? 'hidden' : `word-${standing}`}>
            {texts.band[standing]}
          </span>
          <span>{seen}</span>
        </span>
        {queue === null ? null : <span className="why in-queue">{queue}</span>}
      </th>
      <td className="number strong">{densityText(state)}</td>
      {reading === null ? (
        <td colSpan={3} className="why">
          {unknownText(state, now)}
        </td>
      ) : (
        <>
          <td className="letter">{reading.levelOfService}</td>
          <td className="number">{personsText(state)}</td>
          <td className="number">
            <TrendMark trend={reading.trend} />
          </td>
        </>
      )}
    </tr>
  );
};
