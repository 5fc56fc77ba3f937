import type { Picture } from '../state/picture.js';
import { nameOf } from '../texts/name-of.js';
import { stewardTexts as words } from '../texts/steward.js';
import type { JudgedCount } from './hand-counts.js';

const SHOWN = 10;

/** Counts so far, each beside the cameras', with what is to be corrected. */
export const CountList = ({
  counts,
  picture,
}: {
  readonly counts: readonly JudgedCount[];
  readonly picture: Picture;
}) => (
  <section aria-labelledby="counts-heading">
    <h2 id="counts-heading">{words.count.latest}</h2>
    {counts.length === 0 ? <p className="note">{words.count.none}</p> : null}
    <ul className="steward-counts">
      {counts.slice(0, SHOWN).map((count) => (
        <CountLine key={count.id} count={count} picture={picture} />
      ))}
    </ul>
  </section>
);

const CountLine = ({
  count: { cameras, counted, enteredBy, persons, ratio, to, uncertainty, verdict },
  picture: { venue },
}: {
  readonly count: JudgedCount;
  readonly picture: Picture;
}) => {
  const hand = counted.kind === 'zone' ? counted.persons : counted.in + counted.out;
  const where =
    counted.kind === 'zone'
      ? words.count.zone(nameOf(venue.zones, counted.zone))
      : words.count.passage(nameOf(venue.passages, counted.passage));
  const named = cameras.map((camera) => nameOf(venue.cameras, camera));
  return (
    <li data-verdict={verdict}>
      <strong>{where}</strong>
      <p>
        {words.count.byHand(hand, persons)}
        {ratio === null ? null : `, ${words.count.ratio(ratio, uncertainty)}`}
      </p>
      <p className="verdict">{verdictText(verdict, named)}</p>
      <p className="note">{words.count.by(enteredBy, Date.parse(to))}</p>
    </li>
  );
};

const verdictText = (verdict: string, cameras: readonly string[]): string => {
  const said = words.count.verdict;
  if (verdict === 'correct') return said.correct(cameras);
  if (verdict === 'agrees' || verdict === 'too-few' || verdict === 'not-seen') return said[verdict];
  return words.count.unknown;
};
