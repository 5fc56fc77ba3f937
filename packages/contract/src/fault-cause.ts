import Type from 'typebox';

const closed = { additionalProperties: false } as const;
const Names = Type.Array(Type.String());

const cause = <Code extends string, Data extends Type.TProperties>(code: Code, data: Data) =>
  Type.Object({ code: Type.Literal(code), ...data }, closed);

/**
 * Why something given was refused, as a code and what it goes by, for programs and for pages that say
 * it in their reader's language. Names are those that people gave; areas in m², minutes since the doors.
 */
export const FaultCause = Type.Union([
  // Of the form.
  cause('unknown-fields', { names: Names }),
  cause('missing-fields', { names: Names }),
  cause('must-be', { wanted: Type.String() }),
  cause('wrong-type', {
    wanted: Type.Union([
      Type.Literal('number'),
      Type.Literal('integer'),
      Type.Literal('string'),
      Type.Literal('boolean'),
      Type.Literal('array'),
      Type.Literal('object'),
      Type.Literal('null'),
    ]),
  }),
  cause('too-small', { least: Type.Number() }),
  cause('not-above', { bound: Type.Number() }),
  cause('too-large', { most: Type.Number() }),
  cause('too-short', { least: Type.Integer() }),
  cause('too-long', { most: Type.Integer() }),
  cause('too-few', { least: Type.Integer() }),
  cause('too-many', { most: Type.Integer() }),
  cause('repeated-entries', {}),
  cause('no-identifier', {}),
  cause('no-timestamp', {}),
  cause('does-not-fit', {}),
  // Of what is named.
  cause('repeated-id', { id: Type.String() }),
  cause('reserved-name', { name: Type.String() }),
  cause('no-zone', { id: Type.String() }),
  cause('no-phase', { id: Type.String() }),
  cause('no-plan', { id: Type.String() }),
  cause('no-channel', { id: Type.String() }),
  // Of shapes.
  cause('too-few-vertices', {}),
  cause('self-intersecting', {}),
  cause('zero-area', {}),
  cause('not-finite', {}),
  cause('small-zone', { area: Type.Number(), least: Type.Number() }),
  cause('overlap', { other: Type.String(), area: Type.Number() }),
  cause('bands-fall', {}),
  cause('same-place', {}),
  cause('no-line', {}),
  // Of times.
  cause('first-phase', {}),
  cause('phase-order', { before: Type.String(), minute: Type.Number() }),
  cause('end-order', { before: Type.String(), minute: Type.Number() }),
  cause('event-overlap', { before: Type.String() }),
  // Of a version, against the server that would have it in force.
  cause('other-venue', { id: Type.String() }),
  cause('no-picture', {}),
  cause('hides-danger', { zone: Type.String(), persons: Type.Integer() }),
  // Of rules of notifications.
  cause('roles-of-push', {}),
]);
export type FaultCause = Type.Static<typeof FaultCause>;
export type FaultCode = FaultCause['code'];

/** A fault as it is told to programs: where, why by code, and in English. */
export const ToldFault = Type.Object({
  path: Type.String({ description: 'JSON pointer into what was given' }),
  message: Type.String(),
  cause: Type.Optional(FaultCause),
});
export type ToldFault = Type.Static<typeof ToldFault>;
