import { useId, useState } from 'react';
import { pageTexts } from '../texts/pages.js';

const words = pageTexts('access');

/** A field with its label; a password can be shown, since a typed one that cannot be seen is typed shorter. */
export const Field = ({
  autoComplete,
  fixed,
  label,
  name,
  note,
  type = 'text',
}: {
  readonly label: string;
  readonly name: string;
  /** What password managers go by. */
  readonly autoComplete: 'username' | 'current-password' | 'new-password';
  readonly type?: 'text' | 'password';
  readonly note?: string;
  /** A value that is not asked for, but that the password manager must know. */
  readonly fixed?: string;
}) => {
  const id = useId();
  const [isShown, setShown] = useState(false);
  const isPassword = type === 'password';
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type={isPassword && !isShown ? 'password' : 'text'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        readOnly={fixed !== undefined}
        defaultValue={fixed}
        {...(note === undefined ? {} : { 'aria-describedby': `${id}-note` })}
      />
      {note === undefined ? null : (
        <span className="note" id={`${id}-note`}>
          {note}
        </span>
      )}
      {isPassword ? (
        <label className="field-show">
          <input
            type="checkbox"
            checked={isShown}
            onChange={(event) => setShown(event.target.checked)}
          />
          {words.logIn.show}
        </label>
      ) : null}
    </div>
  );
};
