export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly isId?: boolean;
}

export const TextField = ({ isId = false, label, onChange, value }: TextFieldProps) => (
  <label className="edit-field">
    <span>{label}</span>
    <input
      type="text"
      value={value}
      maxLength={isId ? 48 : 80}
      spellCheck={!isId}
      autoCapitalize={isId ? 'none' : 'sentences'}
      autoComplete="off"
      onChange={({ target }) => onChange(target.value)}
    />
  </label>
);

export interface ChoiceFieldProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly text: string }[];
  readonly onChange: (value: Value) => void;
}

/** A choice of a few. A value that is none of them, as the id of a zone that is gone, is shown as it is. */
export const ChoiceField = <Value extends string>({
  choices,
  label,
  onChange,
  value,
}: ChoiceFieldProps<Value>) => (
  <label className="edit-field">
    <span>{label}</span>
    <select
      value={value}
      onChange={({ target }) => {
        const chosen = choices.find((each) => each.value === target.value);
        if (chosen !== undefined) onChange(chosen.value);
      }}
    >
      {choices.some((each) => each.value === value) ? null : <option value={value}>{value}</option>}
      {choices.map((each) => (
        <option key={each.value} value={each.value}>
          {each.text}
        </option>
      ))}
    </select>
  </label>
);
