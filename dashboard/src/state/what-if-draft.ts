import {
  type PassageDefinition,
  type VenueDefinition,
  WHAT_IF_LIMITS,
  type WhatIfAction,
  type WhatIfPlan,
} from '@throng/contract';

/** What may be done to a passage; the numbers are the share of its present flow that is left. */
export const PASSAGE_CHANGES = ['none', 'close', 'open', '0.75', '0.5', '0.25'] as const;
export type PassageChange = (typeof PASSAGE_CHANGES)[number];

export const EVACUATIONS = ['none', 'zone', 'venue'] as const;
export type Evacuation = (typeof EVACUATIONS)[number];

/** Minutes that may be run. */
export const MINUTES = [15, 30, 60, 120] as const;

/** One plan as it is being put together. */
export interface PlanDraft {
  readonly changes: Readonly<Record<string, PassageChange>>;
  readonly evacuation: Evacuation;
}

export const emptyDraft: PlanDraft = { changes: {}, evacuation: 'none' };

/** A plan to begin with: the question that is asked first. */
export const firstDraft: PlanDraft = { changes: {}, evacuation: 'zone' };

/** The question that is asked first of a passage: what if it were closed? */
export const closing = (passage: string): PlanDraft => ({
  changes: { [passage]: 'close' },
  evacuation: 'none',
});

export const mayAddPlan = (drafts: readonly PlanDraft[]): boolean =>
  drafts.length < WHAT_IF_LIMITS.plans;

/**
 * The passages of a zone, as many as one plan may change beside an evacuation: those that a draft
 * changes already come first.
 */
export const passagesOf = (
  venue: VenueDefinition,
  zone: string,
  { changes }: PlanDraft = emptyDraft,
): readonly PassageDefinition[] =>
  venue.passages
    .filter(({ from, to }) => from === zone || to === zone)
    .sort((a, b) => Number(Object.hasOwn(changes, b.id)) - Number(Object.hasOwn(changes, a.id)))
    .slice(0, WHAT_IF_LIMITS.actions - 1);

export const isChange = (value: string): value is PassageChange =>
  PASSAGE_CHANGES.some((change) => change === value);

export const isEvacuation = (value: string): value is Evacuation =>
  EVACUATIONS.some((evacuation) => evacuation === value);

const actionOf = (passage: string, change: PassageChange): WhatIfAction[] => {
  if (change === 'none') return [];
  if (change === 'close' || change === 'open') return [{ kind: change, passage }];
  return [{ kind: 'slow', passage, share: Number(change) }];
};

/** The plan that a draft asks for; null where it changes nothing. */
export const planOf = (draft: PlanDraft, zone: string, name: string): WhatIfPlan | null => {
  const evacuate: Readonly<Record<Evacuation, WhatIfAction[]>> = {
    none: [],
    zone: [{ kind: 'evacuate', zones: [zone] }],
    venue: [{ kind: 'evacuate' }],
  };
  const actions = [
    ...Object.entries(draft.changes).flatMap(([passage, change]) => actionOf(passage, change)),
    ...evacuate[draft.evacuation],
  ];
  return actions.length === 0 ? null : { name, actions };
};
