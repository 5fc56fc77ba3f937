import { FleetFault, FleetReport, Identifier, Timestamp } from '@throng/contract';
import Type from 'typebox';

const closed = { additionalProperties: false } as const;
const VersionNumber = Type.Integer({ minimum: 1, maximum: 1_000_000_000 });

export const BoxParameters = Type.Object({ edge: Identifier });
export const BoxVersionParameters = Type.Object({ edge: Identifier, version: VersionNumber });

const Head = Type.Object({
  version: VersionNumber,
  savedAt: Timestamp,
  savedBy: Type.String(),
  note: Type.String(),
});

export const BoxVersionHeads = Type.Array(Head, { description: 'newest first' });

export const BoxVersionWhole = Type.Object({
  ...Head.properties,
  settings: Type.Unknown({ description: 'what may be pushed: see the contract, FL1' }),
  models: Type.Unknown(),
});

export const BoxStanding = Type.Union([
  Type.Object({ kind: Type.Literal('own-settings') }, closed),
  Type.Object({ kind: Type.Literal('pending'), since: Timestamp }, closed),
  Type.Object({ kind: Type.Literal('applied') }, closed),
  Type.Object({ kind: Type.Literal('partly'), faults: Type.Array(FleetFault) }, closed),
  Type.Object({ kind: Type.Literal('refused'), faults: Type.Array(FleetFault) }, closed),
]);

export const Box = Type.Object({
  edge: Identifier,
  standing: BoxStanding,
  desired: Type.Optional(Head),
  report: Type.Optional(FleetReport),
  heardAt: Type.Optional(Timestamp),
});

/** The settings are checked by the rules of the contract, so that every fault is told at once. */
export const SettingsDraft = Type.Object(
  {
    basedOn: Type.Optional(
      Type.Integer({ minimum: 0, description: 'the newest version, as you know it' }),
    ),
    note: Type.String({ maxLength: 500, default: '', description: 'what was changed, and why' }),
    settings: Type.Unknown(),
  },
  closed,
);

export const BoxDifferences = Type.Array(
  Type.Object({
    path: Type.String(),
    before: Type.Optional(Type.Unknown()),
    after: Type.Optional(Type.Unknown()),
  }),
);

export const DiffQuery = Type.Object({ from: VersionNumber, to: VersionNumber });
