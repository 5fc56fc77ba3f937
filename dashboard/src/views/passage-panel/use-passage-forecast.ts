import type { PassageForecast } from '@throng/contract';
import { useEffect, useState } from 'react';
import { fetchPassageForecast } from '../../adapters/passage-forecasts.js';

/** The server looks ahead as often. */
const EVERY_MS = 10_000;

/** What is expected of a passage: undefined until the server was heard, null where it does not say. */
export const usePassageForecast = (passage: string): PassageForecast | null | undefined => {
  const [forecast, setForecast] = useState<PassageForecast | null>();
  useEffect(() => {
    const request = new AbortController();
    const ask = async () => {
      const told = await fetchPassageForecast(passage, request.signal);
      if (!request.signal.aborted) setForecast(told);
    };
    void ask();
    const asking = setInterval(() => void ask(), EVERY_MS);
    return () => {
      clearInterval(asking);
      request.abort();
    };
  }, [passage]);
  // That of the passage before is nobody's answer.
  return forecast?.passage === passage || forecast === null ? forecast : undefined;
};
