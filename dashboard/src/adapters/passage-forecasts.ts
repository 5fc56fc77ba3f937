import { PassageForecast, shapeOf } from '@throng/contract';

const isForecast = shapeOf(PassageForecast);

/** What is expected to pass one passage; null where the server does not say. */
export const fetchPassageForecast = async (
  passage: string,
  signal: AbortSignal,
): Promise<PassageForecast | null> => {
  try {
    const address = new URL('api/v1/passage-forecasts', document.baseURI);
    const response = await fetch(address, { signal });
    return response.ok ? forecastOf(await response.json(), passage) : null;
  } catch {
    // Not reachable, or no longer wanted: it is asked again while the panel is open.
    return null;
  }
};

/** The passage's own among the well-formed forecasts of an answer. */
export const forecastOf = (answer: unknown, passage: string): PassageForecast | null => {
  if (!Array.isArray(answer)) return null;
  for (const each of answer) {
    const checked = isForecast(each);
    if (checked.ok && checked.value.passage === passage) return checked.value;
  }
  return null;
};
