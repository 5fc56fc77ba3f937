import { stewardTexts as words } from '../texts/steward.js';
import { useLive, useTaps } from './steward-store.js';

/** Milliseconds for which a tap may be on its way before it counts as kept. */
const SOON = 1_500;

/** What became of taps that were not simply done: kept, sent late, or refused. */
export const TapNews = () => {
  const { kept, news } = useTaps();
  const { now } = useLive();
  const waiting = kept.filter(({ tappedAt }) => now - tappedAt > SOON);
  return (
    <div className="steward-news" role="status">
      {waiting.map(({ alert, kind, tappedAt }) => (
        <p key={`${alert} ${kind}`} className="is-kept">
          {words.kept(words.act[kind], tappedAt)}
        </p>
      ))}
      {news === null ? null : news.code === null ? (
        <p>{words.sentLate(words.act[news.act.kind], news.act.tappedAt, news.sentAt ?? now)}</p>
      ) : (
        <p className="is-refused">{words.notDone(words.act[news.act.kind], news.code)}</p>
      )}
    </div>
  );
};
