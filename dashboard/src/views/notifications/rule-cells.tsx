import { notificationTexts as words } from '../../texts/notifications.js';
import type { Rule } from './notification-shapes.js';

/** Some of a few, behind their names; `none` is what it says where nothing limits it. */
export const TicksCell = <Id extends string>({
  chosen,
  label,
  none,
  onChange,
  options,
}: {
  readonly label: string;
  readonly none?: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: readonly Id[];
  readonly onChange: (chosen: readonly Id[]) => void;
}) => {
  const names = options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
  return (
    <details className="ticks">
      <summary aria-label={`${label}: ${names.join(', ') || none}`}>
        {names.length === 0 ? none : names.join(', ')}
      </summary>
      {options.map(({ id, name }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
          {name}
        </label>
      ))}
    </details>
  );
};

export const NumberCell = ({
  label,
  most,
  onChange,
  value,
}: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}) => (
  <input
    type="number"
    aria-label={label}
    min={0}
    max={most}
    step={1}
    value={value}
    onChange={({ target }) => {
      const typed = Math.round(Number(target.value));
      onChange(Math.min(most, Math.max(0, Number.isFinite(typed) ? typed : 0)));
    }}
  />
);

const FIRST = { from: '23:00', to: '07:00' } as const;

/** Hours of every day in which only what is grave is told; none, or from and to. */
export const QuietCell = ({
  onChange,
  rule,
}: {
  readonly rule: Rule;
  readonly onChange: (rule: Rule) => void;
}) => {
  const { quietHours, ...others } = rule;
  const label = `${rule.id}: ${words.columns.quiet}`;
  return (
    <span className="quiet-hours">
      <input
        type="checkbox"
        aria-label={label}
        checked={quietHours !== undefined}
        onChange={({ target }) =>
          onChange(target.checked ? { ...others, quietHours: FIRST } : others)
        }
      />
      {quietHours === undefined
        ? null
        : (['from', 'to'] as const).map((end) => (
            <input
              key={end}
              type="time"
              aria-label={`${rule.id}: ${end === 'from' ? words.quietFrom : words.quietTo}`}
              value={quietHours[end]}
              onChange={({ target }) =>
                target.value !== '' &&
                onChange({ ...others, quietHours: { ...quietHours, [end]: target.value } })
              }
            />
          ))}
    </span>
  );
};
