import type { PassageDefinition } from '@throng/contract';
import { memo } from 'react';
import { splitAtNames } from '../texts/split-at-names.js';
import { useDispatch } from './dashboard-context.js';

interface NamedPassagesProps {
  readonly passages: readonly PassageDefinition[];
  readonly text: string;
}

/** A sentence in which the passages that it names lead to their panels. */
export const NamedPassages = memo(({ passages, text }: NamedPassagesProps) => {
  const dispatch = useDispatch();
  return splitAtNames(text, passages).map(({ at, id, words }) =>
    id === null ? (
      words
    ) : (
      <button
        key={at}
        type="button"
        className="named"
        onClick={() => dispatch({ type: 'passage-selected', passage: id })}
      >
        {words}
      </button>
    ),
  );
});
