import { pageTexts } from '../../texts/pages.js';

/** In open access whoever acts types who they are; the page says that nobody checks it. */
export const NameField = ({
  name,
  onName,
}: {
  readonly name: string;
  readonly onName: (name: string) => void;
}) => {
  const words = pageTexts('control').stop;
  return (
    <label className="show-name" title={words.unverified}>
      {words.nameLabel}
      <input
        type="text"
        required
        minLength={2}
        maxLength={40}
        autoComplete="off"
        value={name}
        onChange={({ target }) => onName(target.value)}
      />
    </label>
  );
};
