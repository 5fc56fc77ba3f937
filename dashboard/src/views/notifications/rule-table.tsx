import { useState } from 'react';
import { notificationTexts as words } from '../../texts/notifications.js';
import type { Rule } from './notification-shapes.js';
import { RuleRow } from './rule-row.js';
import type { RuleWorld } from './rule-world.js';

const newRule = (rules: readonly Rule[]): Rule => {
  const taken = new Set(rules.map(({ id }) => id));
  const free = Array.from({ length: rules.length + 1 }, (_, index) => `rule-${index + 1}`).find(
    (id) => !taken.has(id),
  );
  return {
    ...{ id: free ?? 'rule', channel: 'push', categories: ['crowd'], minimumPriority: 'warning' },
    ...{ cooldownSeconds: 0, afterUnanswered: 0, cleared: false },
  };
};

/** The rules as a table to edit; nothing changes before it is saved. */
export const RuleTable = ({
  canReset,
  onReset,
  onSave,
  rules: given,
  ...world
}: RuleWorld & {
  readonly rules: readonly Rule[];
  readonly canReset: boolean;
  readonly onSave: (rules: readonly Rule[]) => void;
  readonly onReset: () => void;
}) => {
  const [rows, setRows] = useState(() => given.map((rule, key) => ({ key, rule })));
  const [next, setNext] = useState(given.length);
  const rules = rows.map(({ rule }) => rule);
  const { cleared, cooldown, phases, quiet, step, what, where, who, ...first } = words.columns;
  const heads = [first.id, first.channel, who, what, where, phases, quiet, cooldown, step, cleared];
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys too */}
      <section className="rule-scroll" tabIndex={0} aria-label={words.table}>
        <table className="rule-table">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span className="hidden">{words.removeShort}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, rule }) => (
              <RuleRow
                key={key}
                {...world}
                rule={rule}
                onChange={(changed) =>
                  setRows(rows.map((row) => (row.key === key ? { key, rule: changed } : row)))
                }
                onRemove={() => setRows(rows.filter((row) => row.key !== key))}
              />
            ))}
          </tbody>
        </table>
      </section>
      <p className="rule-acts">
        <button
          type="button"
          className="button"
          onClick={() => {
            setRows([...rows, { key: next, rule: newRule(rules) }]);
            setNext(next + 1);
          }}
        >
          {words.add}
        </button>
        <button type="button" className="button is-main" onClick={() => onSave(rules)}>
          {words.save}
        </button>
        {canReset ? (
          <button type="button" className="button" onClick={onReset}>
            {words.reset}
          </button>
        ) : null}
      </p>
    </>
  );
};
