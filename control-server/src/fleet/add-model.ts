import { fail, ModelEntry, OfferedModel, type Result, shapeOf } from '@throng/contract';
import { recorded } from '../access/keep-parts.js';
import type { Actor } from '../audit/recorder.js';
import type { StoreFault } from '../store/measurement-store.js';
import type { FleetParts } from './push.js';

const entryShape = shapeOf(ModelEntry);
const offeredShape = shapeOf(OfferedModel);

/** What a box needs of an entry of a model registry; the rest stays there. */
export const offeredOf = (entry: unknown): Result<OfferedModel, 'entry'> => {
  const checked = entryShape(entry);
  if (!checked.ok) {
    const [first] = checked.faults;
    return fail('entry', `the entry is none: ${first?.path ?? ''} ${first?.message ?? ''}`);
  }
  const { bytes, experience, id, leastScore, sha256, task, uncertainty } = checked.value;
  const offered = offeredShape({
    ...{ id, task, sha256, bytes },
    ...(leastScore === undefined ? {} : { leastScore }),
    ...(experience === undefined ? {} : { experience }),
    ...(uncertainty === undefined ? {} : { uncertainty }),
  });
  return offered.ok ? offered : fail('entry', `model "${id}": ${offered.faults[0]?.message ?? ''}`);
};

/** Puts a model whose weights are here on the list of those that can be rolled out: on record, then kept. */
export const addModel = (
  { clock, recorder, store }: FleetParts,
  model: OfferedModel,
  actor: Actor,
): Promise<Result<void, StoreFault>> => {
  const act = {
    ...({ actor, action: 'fleet-model-added', subject: model.id } as const),
    details: { reason: model.sha256 },
  };
  return recorded<void, never>({ recorder }, act, () =>
    store.addModel({ model, addedAt: clock.now(), addedBy: actor.name }),
  );
};
