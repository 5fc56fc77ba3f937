import type { ShowAct, ShowStop } from '@throng/contract';
import type { AuditAction } from '../audit/audit-action.js';
import type { AuditDetails } from '../audit/audit-details.js';

/** What an act on the show is called on record; a confirmation by what it confirms. */
export const showAction = (act: ShowAct, { ask }: ShowStop): AuditAction => {
  switch (act.kind) {
    case 'ask-stop':
      return 'show-stop-asked';
    case 'ask-resume':
      return 'show-resume-asked';
    case 'withdraw':
      return 'show-stop-withdrawn';
    case 'confirm':
      return ask?.order === null ? 'show-resumed' : 'show-stop-confirmed';
    case 'tick':
      return 'show-stop-checked';
  }
};

/** What the record tells of it: of an ask and its confirmation why and where, of a tick which item. */
export const showDetails = (act: ShowAct, { ask, stop }: ShowStop): AuditDetails => {
  switch (act.kind) {
    case 'ask-stop':
      return orderDetails(act.order);
    case 'confirm':
      return { ...orderDetails(ask?.order ?? null), asker: ask?.by ?? '' };
    case 'tick':
      return {
        comment: stop?.checklist[act.item]?.text ?? '',
        way: act.done ? 'done' : 'undone',
      };
    case 'withdraw':
      return { way: ask?.order === null ? 'resume' : 'stop' };
    case 'ask-resume':
      return {};
  }
};

const orderDetails = (order: NonNullable<ShowStop['stop']>['order'] | null): AuditDetails =>
  order === null ? {} : { reason: order.reason, comment: order.note, zones: order.zones };
