import type { Fault } from '@throng/contract';
import Type from 'typebox';

const Path = Type.String({ minLength: 1, maxLength: 4_096 });

/** Whether, and from whom, this box takes settings and models that a server pushes. */
export const FleetAcceptance = Type.Object(
  {
    /** False: nothing that is pushed is looked at, and what was pushed before is left out. */
    accept: Type.Optional(Type.Boolean()),
    /** The server's public key, Ed25519: PEM or base64, as `throng-server fleet key` prints it. */
    key: Type.Optional(Type.String({ minLength: 40, maxLength: 500 })),
    keyFile: Type.Optional(Path),
    /** The server's address, from which offered models are fetched. */
    server: Type.Optional(Type.String({ pattern: '^https?://[^\\s/]+$', maxLength: 500 })),
    /** Certificate of the authority that signed the server's, PEM. */
    caFile: Type.Optional(Path),
  },
  { additionalProperties: false },
);
export type FleetAcceptance = Type.Static<typeof FleetAcceptance>;

/** What a schema cannot say of them. */
export const fleetFaults = (fleet: FleetAcceptance | undefined): Fault[] =>
  fleet?.key !== undefined && fleet.keyFile !== undefined
    ? [{ path: '/fleet/keyFile', message: 'give either key or keyFile, not both' }]
    : [];
