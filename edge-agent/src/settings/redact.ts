const MASK = '***';

/** A shorter secret occurs in any text by chance; in URLs it is masked all the same. */
const LEAST_LENGTH = 4;

/** `scheme://user:password@`: greedy, since an unencoded password may hold `@`, `:` or `/`. */
const CREDENTIALS = /\b([a-z][a-z0-9+.-]*:\/\/)\S*@/gi;

/** What follows the `?` of a URL, where some cameras want user, password or a token. */
const QUERY = /\b([a-z][a-z0-9+.-]*:\/\/[^\s?']*\?)[^\s']+/gi;

/**
 * Takes credentials out of text that people or logs will see: everything between `://` and the
 * last `@` of a URL, its query, and each of `secrets` wherever it stands, as it is or percent-encoded.
 */
export const redact = (text: string, secrets: readonly (string | undefined)[] = []): string => {
  const spellings = secrets
    .flatMap((secret) =>
      secret !== undefined && secret.length >= LEAST_LENGTH
        ? [secret, encodeURIComponent(secret)]
        : [],
    )
    .toSorted((a, b) => b.length - a.length);
  const bare = spellings.reduce((shown, secret) => shown.replaceAll(secret, MASK), text);
  return bare.replace(CREDENTIALS, `$1${MASK}@`).replace(QUERY, `$1${MASK}`);
};
