/** What the log-in page's address says after `#`: the browser sends none of it. */
export interface LogInAddress {
  /** The secret of a one-time link. */
  readonly link: string | null;
  /** Why a log-in elsewhere failed. */
  readonly failed: string | null;
  /** Where to go once logged in; always a page of this server. */
  readonly to: string;
}

/** Reads it; `base` is the page's own address. A way out of this server is not followed. */
export const readLogInAddress = (hash: string, base: string): LogInAddress => {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const home = new URL('.', base);
  const wanted = said.get('to') ?? '';
  const to = URL.canParse(wanted, home.href) ? new URL(wanted, home) : home;
  const isOurs = to.origin === home.origin && !to.pathname.endsWith('/login.html');
  return { link: said.get('link'), failed: said.get('failed'), to: (isOurs ? to : home).href };
};
