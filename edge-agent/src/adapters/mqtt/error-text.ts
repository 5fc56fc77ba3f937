/**
 * What an error of a socket or of TLS says, with its code where the text does not hold it. OpenSSL's
 * own text begins with a number that differs each time; its reason does not.
 */
export const errorText = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  const reason = 'reason' in error && typeof error.reason === 'string' ? error.reason : '';
  const [first = error] = error instanceof AggregateError ? error.errors : [error];
  const said = error.message || (first instanceof Error ? first.message : '') || code;
  const text = code.startsWith('ERR_SSL') && reason !== '' ? reason : said;
  return code === '' || text.includes(code) ? text : `${text} (${code})`;
};
