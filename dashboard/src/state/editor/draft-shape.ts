import { ZoneKind, ZoneService } from '@throng/contract';
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import type { VenueDraft } from './venue-draft.js';

/** Work that was not saved yet, as the browser keeps it. */
export interface KeptWork {
  readonly basedOn: number;
  readonly base: VenueDraft;
  readonly draft: VenueDraft;
  /** Epoch milliseconds. */
  readonly at: number;
}

const Place = Type.Tuple([Type.Number(), Type.Number()]);
const Bands = Type.Object({
  watch: Type.Number(),
  warning: Type.Number(),
  critical: Type.Number(),
  emergency: Type.Number(),
});
const named = { id: Type.String(), name: Type.String() };

/** The shape of a venue without its rules: half-done work breaks some, and must not be lost for it. */
const LooseVenue = Type.Object({
  ...named,
  zones: Type.Array(
    Type.Object({
      ...named,
      kind: ZoneKind,
      polygon: Type.Array(Place),
      serves: Type.Optional(ZoneService),
      bands: Type.Optional(Bands),
      bandsByPhase: Type.Optional(Type.Record(Type.String(), Bands)),
    }),
  ),
  passages: Type.Array(
    Type.Object({
      ...named,
      from: Type.String(),
      to: Type.String(),
      line: Type.Tuple([Place, Place]),
      width: Type.Optional(Type.Number()),
    }),
  ),
  cameras: Type.Array(Type.Object({ ...named, edge: Type.String(), area: Type.Array(Place) })),
  walls: Type.Optional(Type.Array(Type.Array(Place))),
  floorPlan: Type.Optional(
    Type.Object({
      image: Type.String(),
      origin: Place,
      width: Type.Number(),
      height: Type.Number(),
    }),
  ),
});

const LooseCalendar = Type.Object({
  plans: Type.Array(
    Type.Object({
      ...named,
      phases: Type.Array(Type.Object({ ...named, fromMinute: Type.Number() })),
      endMinute: Type.Number(),
    }),
  ),
  events: Type.Array(Type.Object({ ...named, plan: Type.String(), doorsAt: Type.String() })),
});

const LooseDraft = Type.Object({ venue: LooseVenue, calendar: LooseCalendar });

const isKept = Compile(
  Type.Object({
    basedOn: Type.Integer(),
    base: LooseDraft,
    draft: LooseDraft,
    at: Type.Number(),
  }),
);

/** Reads kept work; undefined where it is none, as after an update that changed its form. */
export const readKeptWork = (text: string): KeptWork | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return isKept.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
};
