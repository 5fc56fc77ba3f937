/** What the server tells Prometheus; empty where it does not answer. */
export const metricsOf = async (origin: string): Promise<string> => {
  const signal = AbortSignal.timeout(10_000);
  const answer = await fetch(`${origin}/metrics`, { signal }).catch(() => undefined);
  return answer?.ok === true ? answer.text() : '';
};

/** Messages that the server refused so far, by reason. */
export const refused = async (origin: string): Promise<Record<string, number>> => {
  const lines = (await metricsOf(origin)).matchAll(
    /throng_messages_refused_total\{reason="([^"]+)"\} (\d+)/g,
  );
  return Object.fromEntries([...lines].map(([, reason, count]) => [reason, Number(count)]));
};
