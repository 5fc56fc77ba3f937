/** What an error of a socket or of TLS says, with its code where the text does not hold it. */
export const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const [first = error] = error instanceof AggregateError ? error.errors : [error];
  const text = error.message || (first instanceof Error ? first.message : '') || code;
  return code === '' || text.includes(code) ? text : `${text} (${code})`;
};
