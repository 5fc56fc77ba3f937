import type { Explanation } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { explanationText } from '../texts/explanation-text.js';
import { texts } from '../texts/index.js';

export interface AlertWhyProps {
  readonly explanation: Explanation;
  readonly picture: Picture;
}

/** What binds and what staff could do, at a glance; what that rests on behind one click. */
export const AlertWhy = ({ explanation, picture }: AlertWhyProps) => {
  const { bottleneck, caveats, details, remedies } = explanationText(explanation, picture);
  return (
    <div className="alert-why">
      <ul aria-label={texts.explanation.label}>
        <li>{bottleneck}</li>
        <Lines lines={remedies} className="remedy" />
        <Lines lines={caveats} className="note" />
      </ul>
      {details.length === 0 ? null : (
        <details>
          <summary>{texts.explanation.more}</summary>
          <ul>
            <Lines lines={details} className="note" />
          </ul>
        </details>
      )}
    </div>
  );
};

const Lines = ({
  className,
  lines,
}: {
  readonly className: string;
  readonly lines: readonly string[];
}) =>
  lines.map((line) => (
    <li key={line} className={className}>
      {line}
    </li>
  ));
