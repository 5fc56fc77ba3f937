import type { FleetFinding } from '../../state/fleet-finding.js';
import { pageTexts } from '../../texts/pages.js';

const words = pageTexts('fleet');

/** A finding, and the camera it is of; null where it is the agent's own. */
export interface PlacedFinding extends FleetFinding {
  readonly of: string | null;
}

/** What is to mend first, then what is worth a look; each with its remedy. */
export const FindingList = ({ findings }: { readonly findings: readonly PlacedFinding[] }) => {
  if (findings.length === 0) return <p className="all-well">{words.allWell}</p>;
  const ordered = findings.toSorted((a, b) => Number(b.isFault) - Number(a.isFault));
  return (
    <ul className="findings">
      {ordered.map(({ cause, isFault, of }) => {
        const { remedy, what } = words.finding(cause);
        return (
          <li key={`${of} ${what}`} className={isFault ? 'finding fault' : 'finding'}>
            <span className="finding-rank">{isFault ? words.mend : words.watch}</span>
            <span className="finding-what">
              {of === null ? null : <strong>{of}: </strong>}
              {what}
            </span>
            <span className="finding-remedy">{remedy}</span>
          </li>
        );
      })}
    </ul>
  );
};
