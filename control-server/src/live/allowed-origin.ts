/**
 * Whether a page may open the live channel: one from this server (its origin's host is the host it
 * was asked for) or from a listed origin. Programs send no origin; only browsers can be misled.
 */
export const isAllowedOrigin = (
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean => {
  if (origin === undefined) return true;
  if (allowed.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
};
