import { alertPriorities } from '../../state/alert-order.js';
import { texts } from '../../texts/index.js';
import { notificationTexts as words } from '../../texts/notifications.js';
import type { Rule } from './notification-shapes.js';
import { NumberCell, QuietCell, TicksCell } from './rule-cells.js';
import type { RuleWorld } from './rule-world.js';

const roles = ['operator', 'engineer', 'admin', 'viewer'] as const;
const categories = ['crowd', 'system'] as const;

interface RuleRowProps extends RuleWorld {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
  readonly onRemove: () => void;
}

/** A list that names nothing limits nothing. */
const limitedTo = <Word extends string>(
  key: 'roles' | 'zones' | 'phases',
  rule: Rule,
  chosen: readonly Word[],
): Rule => {
  const { [key]: _, ...others } = rule;
  return chosen.length === 0 ? others : { ...others, [key]: [...chosen] };
};

export const RuleRow = ({ channels, onChange, onRemove, phases, rule, zones }: RuleRowProps) => {
  const label = (column: string): string => `${rule.id}: ${column}`;
  const { columns } = words;
  const pushRoles = rule.channel === 'push' ? (rule.roles ?? []) : [];
  return (
    <tr data-rule={rule.id}>
      <th scope="row">
        <input
          aria-label={label(columns.id)}
          value={rule.id}
          size={14}
          maxLength={48}
          onChange={({ target }) => onChange({ ...rule, id: target.value })}
        />
      </th>
      <td>
        <select
          aria-label={label(columns.channel)}
          value={rule.channel}
          onChange={({ target }) =>
            onChange(limitedTo('roles', { ...rule, channel: target.value }, []))
          }
        >
          {channels.map((channel) => (
            <option key={channel}>{channel}</option>
          ))}
        </select>
      </td>
      <td>
        {rule.channel === 'push' ? (
          <TicksCell
            label={label(columns.who)}
            none={words.everyone}
            options={roles.map((role) => ({ id: role, name: words.role[role] }))}
            chosen={pushRoles}
            onChange={(chosen) => onChange(limitedTo('roles', rule, chosen))}
          />
        ) : null}
      </td>
      <td>
        <select
          aria-label={label(columns.what)}
          value={rule.minimumPriority}
          onChange={({ target }) => {
            const priority = alertPriorities.find((each) => each === target.value);
            if (priority !== undefined) onChange({ ...rule, minimumPriority: priority });
          }}
        >
          {alertPriorities.toReversed().map((priority) => (
            <option key={priority} value={priority}>
              {texts.band[priority]}
            </option>
          ))}
        </select>
        <TicksCell
          label={label(columns.what)}
          options={categories.map((id) => ({ id, name: words.categories[id] }))}
          chosen={rule.categories}
          onChange={(chosen) => chosen.length > 0 && onChange({ ...rule, categories: [...chosen] })}
        />
      </td>
      <td>
        <TicksCell
          label={label(columns.where)}
          none={words.everywhere}
          options={zones}
          chosen={rule.zones ?? []}
          onChange={(chosen) => onChange(limitedTo('zones', rule, chosen))}
        />
      </td>
      <td>
        <TicksCell
          label={label(columns.phases)}
          none={words.everywhere}
          options={phases}
          chosen={rule.phases ?? []}
          onChange={(chosen) => onChange(limitedTo('phases', rule, chosen))}
        />
      </td>
      <td>
        <QuietCell rule={rule} onChange={onChange} />
      </td>
      <td>
        <NumberCell
          label={label(columns.cooldown)}
          value={rule.cooldownSeconds}
          most={3_600}
          onChange={(cooldownSeconds) => onChange({ ...rule, cooldownSeconds })}
        />
      </td>
      <td>
        <NumberCell
          label={label(columns.step)}
          value={rule.afterUnanswered}
          most={60}
          onChange={(afterUnanswered) => onChange({ ...rule, afterUnanswered })}
        />
      </td>
      <td>
        <input
          type="checkbox"
          aria-label={label(columns.cleared)}
          checked={rule.cleared}
          onChange={({ target }) => onChange({ ...rule, cleared: target.checked })}
        />
      </td>
      <td>
        <button
          type="button"
          className="button"
          aria-label={words.remove(rule.id)}
          onClick={onRemove}
        >
          {words.removeShort}
        </button>
      </td>
    </tr>
  );
};
