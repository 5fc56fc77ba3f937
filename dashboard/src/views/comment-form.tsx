import { useState } from 'react';
import { texts } from '../texts/index.js';

/** Characters that a comment may have. */
const LONGEST = 500;

export const CommentForm = ({
  onSend,
  onCancel,
}: {
  readonly onSend: (text: string) => void;
  readonly onCancel: () => void;
}) => {
  const [text, setText] = useState('');
  const words = texts.lifecycle;
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSend(text.trim());
      }}
    >
      <input
        type="text"
        aria-label={words.commentLabel}
        placeholder={words.commentLabel}
        maxLength={LONGEST}
        value={text}
        // biome-ignore lint/a11y/noAutofocus: it appears because somebody wants to write
        autoFocus
        onChange={({ target }) => setText(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onCancel();
        }}
      />
      <button type="submit" className="button">
        {words.send}
      </button>
    </form>
  );
};
