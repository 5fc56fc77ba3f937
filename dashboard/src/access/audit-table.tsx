import { pageTexts } from '../texts/pages.js';
import type { AuditRow } from './access-shapes.js';

const words = pageTexts('access');

const valueText = (value: unknown): string => {
  if (value === null) return words.who.wholeVenue;
  return Array.isArray(value) ? value.join(', ') : String(value);
};

/** `key value` for each detail: they are codes and figures, the same in every language. */
const detailText = (details: AuditRow['details']): string =>
  Object.entries(details)
    .map(([key, value]) => `${key} ${valueText(value)}`)
    .join(' · ');

/** A row per record, the newest first. */
export const AuditTable = ({ records }: { readonly records: readonly AuditRow[] }) => {
  if (records.length === 0) return <p className="note">{words.audit.none}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways must be reached by keys
    <section className="table-scroll" tabIndex={0} aria-label={words.audit.heading}>
      <table className="access-table audit-table">
        <thead>
          <tr>
            <td />
            <th scope="col">{words.audit.when}</th>
            <th scope="col">{words.audit.who}</th>
            <th scope="col">{words.audit.what}</th>
            <th scope="col">{words.audit.whom}</th>
            <th scope="col">{words.audit.outcome}</th>
            <th scope="col">{words.audit.details}</th>
          </tr>
        </thead>
        <tbody>
          {records.map(({ action, actor, at, details, outcome, role, sequence, subject }) => (
            <tr key={sequence} className={`outcome-${outcome}`}>
              <td className="note">{sequence}</td>
              <td className="audit-when">{words.at(Date.parse(at))}</td>
              <th scope="row">
                {actor} <span className="note">{words.role(role)}</span>
              </th>
              <td>{action}</td>
              <td>{subject}</td>
              <td>{words.audit.outcomes[outcome]}</td>
              <td className="note">{detailText(details)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};
