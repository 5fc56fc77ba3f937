import type { Explanation } from '@throng/contract';
import type { Picture } from '../state/picture.js';
import { explanationText } from '../texts/explanation-text.js';
import { texts } from '../texts/index.js';
import { NamedPassages } from './named-passages.js';

export interface AlertWhyProps {
  readonly explanation: Explanation;
  readonly picture: Picture;
}

/** What binds and what staff could do, at a glance; what that rests on behind one click. */
export const AlertWhy = ({ explanation, picture }: AlertWhyProps) => {
  const { bottleneck, caveats, details, remedies } = explanationText(explanation, picture);
  const { passages } = picture.venue;
  return (
    <div className="alert-why">
      <ul aria-label={texts.explanation.label}>
        <Lines lines={[bottleneck]} passages={passages} />
        <Lines lines={remedies} className="remedy" passages={passages} />
        <Lines lines={caveats} className="note" passages={passages} />
      </ul>
      {details.length === 0 ? null : (
        <details>
          <summary>{texts.explanation.more}</summary>
          <ul>
            <Lines lines={details} className="note" passages={passages} />
          </ul>
        </details>
      )}
    </div>
  );
};

const Lines = ({
  className = '',
  lines,
  passages,
}: {
  readonly className?: string;
  readonly lines: readonly string[];
  readonly passages: Picture['venue']['passages'];
}) =>
  lines.map((line) => (
    <li key={line} className={className}>
      <NamedPassages text={line} passages={passages} />
    </li>
  ));
