import { useState } from 'react';

export interface NumberFieldProps {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number) => void;
  /** Where an empty field means something. */
  readonly onEmpty?: () => void;
  readonly step?: number;
  readonly min?: number;
  readonly isLabelHidden?: boolean;
  readonly onFocus?: () => void;
}

/**
 * A number that is typed in peace: it counts when the field is left or Enter is pressed, and what is no
 * number is forgotten.
 */
export const NumberField = ({
  isLabelHidden = false,
  label,
  min,
  onChange,
  onEmpty,
  onFocus,
  step = 0.1,
  value,
}: NumberFieldProps) => {
  const [typed, setTyped] = useState<string | null>(null);
  const settle = () => {
    if (typed === null) return;
    setTyped(null);
    const number = Number(typed);
    if (typed.trim() === '') onEmpty?.();
    else if (Number.isFinite(number) && number !== value && (min === undefined || number >= min)) {
      onChange(number);
    }
  };
  return (
    <label className="edit-field">
      <span className={isLabelHidden ? 'hidden' : undefined}>{label}</span>
      <input
        type="number"
        step={step}
        min={min}
        value={typed ?? value ?? ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={settle}
        onFocus={onFocus}
        onKeyDown={({ key }) => {
          if (key === 'Enter') settle();
        }}
      />
    </label>
  );
};
