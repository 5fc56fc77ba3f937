import type { Alert } from '@throng/contract';
import { explanationInSight } from './explanation-in-sight.js';
import type { IdsInSight } from './ids-in-sight.js';

/**
 * The alert as somebody with this sight may see it, or nothing. Alerts of the server's own, such as a
 * record that cannot be written, are for those who see the whole venue: they can mend it. An incident
 * may be named after what began it elsewhere, so it is left out.
 */
export const alertInSight = (alert: Alert, sight: IdsInSight | null): readonly Alert[] => {
  if (sight === null) return [alert];
  const reason = reasonInSight(alert.reason, sight);
  if (reason === undefined) return [];
  const { incident: _, ...told } = alert;
  return [{ ...told, reason }];
};

const reasonInSight = (reason: Alert['reason'], sight: IdsInSight): Alert['reason'] | undefined => {
  const { zones, cameras, edges, passages } = sight;
  switch (reason.kind) {
    case 'density':
      return zones.has(reason.zone) ? withExplanation(reason, sight) : undefined;
    case 'forecast': {
      if (!zones.has(reason.zone)) return undefined;
      const flows = reason.flows.filter(({ passage }) => passages.has(passage));
      return withExplanation({ ...reason, flows }, sight);
    }
    case 'camera-lost':
      return cameras.has(reason.camera)
        ? { ...reason, zones: reason.zones.filter((zone) => zones.has(zone)) }
        : undefined;
    case 'duplicate-edge':
      return edges.has(reason.edge) ? reason : undefined;
    case 'store-failing':
      return undefined;
  }
};

const withExplanation = <
  Reason extends { readonly explanation?: Parameters<typeof explanationInSight>[0] },
>(
  reason: Reason,
  sight: IdsInSight,
): Reason =>
  reason.explanation === undefined
    ? reason
    : { ...reason, explanation: explanationInSight(reason.explanation, sight) };
