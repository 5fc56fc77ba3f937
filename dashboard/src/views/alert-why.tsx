import type { Explanation } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { explanationText } from '../texts/explanation-text.js';
import { texts } from '../texts/index.js';

export interface AlertWhyProps {
  readonly explanation: Explanation;
  readonly picture: Picture;
}

/** Why a zone fills and what staff could do, under the alert's own numbers. */
export const AlertWhy = ({ explanation, picture }: AlertWhyProps) => {
  const { because, caveats, remedies } = explanationText(explanation, picture);
  return (
    <ul className="alert-why" aria-label={texts.explanation.label}>
      {because.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {remedies.map((line) => (
        <li key={line} className="remedy">
          {line}
        </li>
      ))}
      {caveats.map((line) => (
        <li key={line} className="note">
          {line}
        </li>
      ))}
    </ul>
  );
};
