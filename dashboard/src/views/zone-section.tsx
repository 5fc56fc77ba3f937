// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as boxes loses its roles in some browsers
import { memo } from 'react';
import { bottlenecks } from '../state/bottlenecks.js';
import type { Picture } from '../state/picture.js';
import { shownTrend } from '../state/trend.js';
import { isPartial } from '../state/venue-summary.js';
import {
  byRisk,
  type ZoneRow,
  type ZoneStanding,
  zoneRows,
  zoneStanding,
} from '../state/zone-order.js';
import { zoneInQueue } from '../texts/bottleneck-text.js';
import { texts } from '../texts/index.js';
import { densityText, personsText, unknownText } from '../texts/zone-text.js';
import { BandMark } from './band-mark.js';
import { useDispatch } from './dashboard-context.js';
import { TrendMark } from './trend-mark.js';

/**
 * The map's equal in words and numbers: every zone, the worst first. Rows are boxes of their own, so
 * that what is out of sight is not laid out each second; the roles say that it is a table all the same.
 */
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
      <table className="zones zone-table" role="table">
        <caption className="hidden">{texts.zones.caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {texts.zones.name}
            </th>
            <th scope="col" role="columnheader" className="number">
              {texts.zones.density}
            </th>
            <th scope="col" role="columnheader" className="letter">
              {texts.zones.level}
            </th>
            <th scope="col" role="columnheader" className="number">
              {texts.zones.persons}
            </th>
            <th scope="col" role="columnheader" className="number">
              {texts.zones.trend}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
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

/** A row is drawn anew when something else is to be read in it, not with each message of its zone. */
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
}) => (
  <ShownRow
    zone={zone.id}
    name={zone.name}
    isSelected={isSelected}
    standing={zoneStanding(state)}
    seen={isPartial(state) ? texts.count.seen(state.coverage) : null}
    queue={queue}
    density={densityText(state)}
    level={state.reading?.levelOfService ?? null}
    persons={personsText(state)}
    trend={shownTrend(state.reading?.trend ?? null)}
    unknown={state.reading === null ? unknownText(state, now) : null}
  />
);

interface ShownRowProps {
  readonly zone: string;
  readonly name: string;
  readonly isSelected: boolean;
  readonly standing: ZoneStanding;
  readonly seen: string | null;
  readonly queue: string | null;
  readonly density: string;
  readonly level: string | null;
  readonly persons: string;
  readonly trend: number | null;
  /** Why nothing is known; null where something is. */
  readonly unknown: string | null;
}

const ShownRow = memo((row: ShownRowProps) => {
  const dispatch = useDispatch();
  const { queue, seen, standing } = row;
  return (
    <tr className={`zone-row ${row.isSelected ? 'selected' : ''}`} data-zone={row.zone} role="row">
      <th scope="row" role="rowheader">
        <button type="button" onClick={() => dispatch({ type: 'zone-selected', zone: row.zone })}>
          <BandMark standing={standing} />
          <span className="zone-name">{row.name}</span>
        </button>
        <span className={standing === 'normal' && seen === null ? 'hidden' : 'why'}>
          <span className={standing === 'normal' ? 'hidden' : `word-${standing}`}>
            {texts.band[standing]}
          </span>
          <span>{seen}</span>
        </span>
        {queue === null ? null : <span className="why in-queue">{queue}</span>}
      </th>
      <td role="cell" className="number strong">
        {row.density}
      </td>
      {row.unknown === null ? (
        <>
          <td role="cell" className="letter">
            {row.level}
          </td>
          <td role="cell" className="number">
            {row.persons}
          </td>
          <td role="cell" className="number">
            <TrendMark trend={row.trend} />
          </td>
        </>
      ) : (
        <td role="cell" colSpan={3} className="why">
          {row.unknown}
        </td>
      )}
    </tr>
  );
});
