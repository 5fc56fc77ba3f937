import { useCallback, useEffect, useRef, useState } from 'react';
import type { SentCount } from './clicker.js';
import {
  type JudgedCount,
  keepCounts,
  keptCounts,
  latestCounts,
  sendCount,
} from './hand-counts.js';

/** How often kept counts are tried again, ms. */
const EVERY = 5_000;

export interface HandCounts {
  readonly latest: readonly JudgedCount[];
  readonly kept: readonly SentCount[];
  readonly refused: string | null;
  readonly send: (count: SentCount) => void;
}

/** Counts that were entered, and those that wait for the network; a refused one is told and let go. */
export const useHandCounts = (isShown: boolean): HandCounts => {
  const [latest, setLatest] = useState<readonly JudgedCount[]>([]);
  const [kept, setKept] = useState(keptCounts);
  const [refused, setRefused] = useState<string | null>(null);
  const waiting = useRef(kept);
  const isSending = useRef(false);

  const keep = useCallback((counts: readonly SentCount[]) => {
    waiting.current = counts;
    keepCounts(counts);
    setKept(counts);
  }, []);
  const flush = useCallback(async () => {
    if (isSending.current) return;
    isSending.current = true;
    for (let [next] = waiting.current; next !== undefined; [next] = waiting.current) {
      const sent = await sendCount(next);
      if (!sent.ok && sent.code === 'unreachable') break;
      keep(waiting.current.slice(1));
      setRefused(sent.ok ? null : sent.code);
      if (sent.ok) setLatest((before) => [sent.value, ...before]);
    }
    isSending.current = false;
  }, [keep]);

  useEffect(() => {
    if (!isShown) return;
    void latestCounts().then((answer) => {
      if (answer.ok) setLatest(answer.value);
    });
  }, [isShown]);
  useEffect(() => {
    const timer = setInterval(() => void flush(), EVERY);
    return () => clearInterval(timer);
  }, [flush]);
  const send = (count: SentCount): void => {
    keep([...waiting.current, count]);
    void flush();
  };
  return { latest, kept, refused, send };
};
