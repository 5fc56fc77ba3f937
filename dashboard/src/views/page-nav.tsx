import { type PageName, pageAddress, pageNames } from '../state/page-address.js';
import { texts } from '../texts/index.js';

/** The menu of pages: plain links, so that each opens in a tab of its own too. */
export const PageNav = ({ page }: { readonly page: PageName }) => (
  <nav className="page-nav" aria-label={texts.page.pages}>
    {pageNames.map((name) => (
      <a key={name} href={pageAddress(name)} aria-current={name === page ? 'page' : undefined}>
        {texts.page.name[name]}
      </a>
    ))}
  </nav>
);
