/** Does work that Ctrl-C, or a request to end, asks to come to an end; a second one ends the program. */
export const endable = async <Outcome>(
  work: (ending: AbortSignal) => Promise<Outcome>,
): Promise<Outcome> => {
  const ending = new AbortController();
  const end = () => ending.abort();
  process.once('SIGINT', end).once('SIGTERM', end);
  try {
    return await work(ending.signal);
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end);
  }
};
