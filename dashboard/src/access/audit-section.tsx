import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { texts } from '../texts/index.js';
import { pageTexts } from '../texts/pages.js';
import { ask } from './access-api.js';
import { type AuditPage, readAudit } from './access-shapes.js';
import { AuditTable } from './audit-table.js';

const words = pageTexts('access');

const PAGE = 100;

/** What is looked for; empty is everything. */
interface AuditFilter {
  readonly actor: string;
  readonly action: string;
}

const everything: AuditFilter = { actor: '', action: '' };

const queryOf = ({ action, actor }: AuditFilter, before?: number): string => {
  const query = new URLSearchParams({ limit: String(PAGE) });
  if (actor !== '') query.set('actor', actor);
  if (action !== '') query.set('action', action);
  if (before !== undefined) query.set('before', String(before));
  return `audit?${query}`;
};

/** The newest records, by who and what, with older ones on demand. */
export const AuditSection = () => {
  const [filter, setFilter] = useState(everything);
  const [page, setPage] = useState<AuditPage | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const load = useCallback(async (wanted: AuditFilter, shown?: AuditPage) => {
    const path = queryOf(wanted, shown?.records.at(-1)?.sequence);
    const answer = await ask({ path, read: readAudit });
    if (!answer.ok) return setRefused(answer.code);
    setRefused(null);
    const { head, records } = answer.value;
    setPage({ head, records: [...(shown?.records ?? []), ...records] });
  }, []);
  useEffect(() => void load(everything), [load]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const wanted = { actor: String(form.get('actor')).trim(), action: String(form.get('action')) };
    setFilter(wanted);
    void load(wanted);
  };
  const actions = [...new Set(page?.records.map(({ action }) => action) ?? [])].sort();
  return (
    <section>
      <h2>{words.audit.heading}</h2>
      <p className="note">{words.audit.note(page?.head.sequence ?? 0)}</p>
      <p className="note audit-head">
        {words.audit.head}
        {texts.punctuation.colon}
        <code>{page === null ? '' : `${page.head.sequence}:${page.head.hash}`}</code>
      </p>
      <p className="access-refused" role="alert">
        {refused === null ? null : words.refused(refused)}
      </p>
      <form className="audit-filter" onSubmit={submit}>
        <label>
          {words.audit.filterWho}
          <input name="actor" maxLength={200} autoComplete="off" autoCapitalize="none" />
        </label>
        <label>
          {words.audit.filterWhat}
          <select name="action" defaultValue={filter.action}>
            <option value="">{words.audit.everything}</option>
            {(filter.action === '' || actions.includes(filter.action)
              ? actions
              : [filter.action, ...actions]
            ).map((action) => (
              <option key={action} value={action}>
                {action}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" className="button">
          {words.audit.refresh}
        </button>
      </form>
      <AuditTable records={page?.records ?? []} />
      {page !== null && page.records.length > 0 && page.records.length % PAGE === 0 ? (
        <button type="button" className="button" onClick={() => void load(filter, page)}>
          {words.audit.older}
        </button>
      ) : null}
    </section>
  );
};
