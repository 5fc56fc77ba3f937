import { useState } from 'react';
import { lacks } from '../state/session.js';
import { pageTexts } from '../texts/pages.js';
import { useDashboard } from '../views/dashboard-context.js';
import type { PageProps } from '../views/page-props.js';
import { AccountSection } from './account-section.js';
import { AuditSection } from './audit-section.js';
import { TokenSection } from './token-section.js';
import './access-page.css';

const words = pageTexts('access');

const sections = ['accounts', 'tokens', 'audit'] as const;
type AccessSection = (typeof sections)[number];

const headings: Readonly<Record<AccessSection, string>> = {
  accounts: words.accounts.heading,
  tokens: pageTexts('tokens').heading,
  audit: words.audit.heading,
};

const needs: Readonly<Record<AccessSection, string>> = {
  accounts: 'keep-accounts',
  tokens: 'keep-accounts',
  audit: 'read-audit',
};

/** Who gets in, and who did what: the admin's page. */
const AccessPage = ({ picture }: PageProps) => {
  const { session } = useDashboard();
  const allowed = sections.filter((name) => !lacks(session, needs[name]));
  const [chosen, choose] = useState<AccessSection>('accounts');
  const shown = allowed.find((name) => name === chosen) ?? allowed[0];
  return (
    <main className="page access" id="access">
      <nav className="access-tabs" aria-label={words.who.manage}>
        {allowed.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === shown}
            onClick={() => choose(name)}
          >
            {headings[name]}
          </button>
        ))}
      </nav>
      {shown === undefined ? <p role="alert">{words.refused('not-allowed')}</p> : null}
      {shown === 'accounts' ? <AccountSection zones={picture.venue.zones} /> : null}
      {shown === 'tokens' ? <TokenSection picture={picture} /> : null}
      {shown === 'audit' ? <AuditSection /> : null}
    </main>
  );
};

export default AccessPage;
