import type { Fault } from '@throng/contract';
import type { PageTexts } from './english-pages.js';

export type FaultWords = PageTexts['editor']['fault'];

/** What is wrong, in the reader's language. A server older than the codes says it in English only. */
export const faultText = (words: FaultWords, { cause, message }: Omit<Fault, 'path'>): string => {
  if (cause === undefined) return message;
  switch (cause.code) {
    case 'unknown-fields':
    case 'missing-fields':
      return words[cause.code](cause.names);
    case 'must-be':
      return words[cause.code](cause.wanted);
    case 'wrong-type':
      return words[cause.code][cause.wanted];
    case 'too-small':
    case 'too-short':
    case 'too-few':
      return words[cause.code](cause.least);
    case 'not-above':
      return words[cause.code](cause.bound);
    case 'too-large':
    case 'too-long':
    case 'too-many':
      return words[cause.code](cause.most);
    case 'repeated-id':
    case 'no-zone':
    case 'no-phase':
    case 'no-plan':
    case 'no-channel':
    case 'other-venue':
      return words[cause.code](cause.id);
    case 'reserved-name':
      return words[cause.code](cause.name);
    case 'small-zone':
      return words[cause.code](cause.area, cause.least);
    case 'overlap':
      return words[cause.code](cause.other, cause.area);
    case 'phase-order':
    case 'end-order':
      return words[cause.code](cause.before, cause.minute);
    case 'event-overlap':
      return words[cause.code](cause.before);
    case 'hides-danger':
      return words[cause.code](cause.zone, cause.persons);
    default:
      return words[cause.code];
  }
};
