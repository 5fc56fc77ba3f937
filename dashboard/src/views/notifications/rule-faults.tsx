import type { ToldFault } from '@throng/contract';
import { faultText } from '../../texts/fault-text.js';
import { notificationTexts as words } from '../../texts/notifications.js';
import type { Rule } from './notification-shapes.js';

/** The column of the table in which a field of a rule stands. */
const COLUMN: Readonly<Record<keyof Rule, keyof typeof words.columns>> = {
  id: 'id',
  channel: 'channel',
  roles: 'who',
  zones: 'where',
  phases: 'phases',
  categories: 'what',
  minimumPriority: 'what',
  quietHours: 'quiet',
  cooldownSeconds: 'cooldown',
  afterUnanswered: 'step',
  cleared: 'cleared',
};

const isField = (key: string | undefined): key is keyof Rule =>
  key !== undefined && Object.hasOwn(COLUMN, key);

/** What stands against rules that were not saved: rule, column, and why. */
export const RuleFaults = ({
  faults,
  rules,
}: {
  readonly faults: readonly ToldFault[];
  /** As they were sent. */
  readonly rules: readonly Rule[];
}) => (
  <>
    {words.refused}
    <ul className="rule-faults">
      {faults.map((fault) => {
        // "/rules/3/channel" of the body.
        const [, , index, key] = fault.path.split('/');
        const id = index === undefined ? undefined : rules[Number(index)]?.id;
        const column = isField(key) ? words.columns[COLUMN[key]] : undefined;
        const where = [id, column].filter((each) => each !== undefined && each !== '');
        return (
          <li key={`${fault.path} ${fault.message}`}>
            {where.length === 0 ? null : <b>{where.join(', ')}:</b>} {faultText(words.fault, fault)}
          </li>
        );
      })}
    </ul>
  </>
);
