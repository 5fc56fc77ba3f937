import { type PageName, pageAddress, pageNames } from '../state/page-address.js';
import { keepsAccess, lacks, type Session } from '../state/session.js';
import { texts } from '../texts/index.js';

/** SVG paths in a square of 16. */
const icons: Readonly<Record<PageName, string>> = {
  live: 'M1.5 3.5 6 2l4 1.5L14.5 2v10.5L10 14l-4-1.5L1.5 14ZM6 2v10.5M10 3.5V14',
  wall: 'M1.5 3h13v8.5h-13ZM6 14h4M8 11.5V14',
  playback: 'M8 2a6 6 0 1 1-5.6 4M2 2.5V6h3.5M8 4.8V8l2.2 1.6',
  fleet: 'M2 3h12v4H2ZM2 9h12v4H2ZM4.5 5h.01M4.5 11h.01M8 5h4M8 11h4',
  drill: 'M2 14 8 2l6 12ZM5 9h6M3.5 12h9',
  editor: 'M2 4.5 7 2l7 3.5-2 8.5H3ZM7 2l1 6-5 6M8 8l6-2.5',
  notifications: 'M8 2a4 4 0 0 1 4 4c0 4 1.5 5 1.5 5h-11S4 10 4 6a4 4 0 0 1 4-4M6.5 13.5h3',
  access: 'M5.5 9.5a3 3 0 1 1 2.6-1.5L14 8v3h-2V9.5M5.5 6.5h.01',
};

/** Whether a page is anything for somebody. */
const isFor = (page: PageName, session: Session | null): boolean => {
  if (page === 'access') return keepsAccess(session);
  if (page === 'drill') return !lacks(session, 'run-drill');
  if (page === 'notifications') return !lacks(session, 'set-notifications');
  return page !== 'editor' || !lacks(session, 'edit-venue');
};

/** The menu of pages: plain links, so that each opens in a tab of its own too. */
export const PageNav = ({
  page,
  session,
}: {
  readonly page: PageName;
  readonly session: Session | null;
}) => (
  <nav className="page-nav" aria-label={texts.page.pages}>
    {pageNames
      .filter((name) => isFor(name, session))
      .map((name) => (
        <a key={name} href={pageAddress(name)} aria-current={name === page ? 'page' : undefined}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={icons[name]} />
          </svg>
          {texts.page.name[name]}
        </a>
      ))}
  </nav>
);
