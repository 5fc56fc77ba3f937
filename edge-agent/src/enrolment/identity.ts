import { FleetKey, fail, Identifier, ok, type Result, shapeOf, Timestamp } from '@throng/contract';
import Type from 'typebox';

/** What `identity.json` holds, beside key, certificate and authorities. */
export const IdentityFile = Type.Object(
  {
    v: Type.Literal(1),
    venue: Identifier,
    edge: Identifier,
    /** Where it was enrolled, and is renewed. */
    server: Type.String({ pattern: '^https://[^\\s]+$', maxLength: 500 }),
    broker: Type.String({ pattern: '^mqtts://[^\\s/]+$', maxLength: 500 }),
    /** Whose pushed documents it takes. */
    fleetKey: Type.Optional(FleetKey),
    issuedAt: Timestamp,
    endsAt: Timestamp,
  },
  { additionalProperties: false },
);
export type IdentityFile = Type.Static<typeof IdentityFile>;

/** As whom this box was enrolled, and how it reaches broker and server. Times are epoch ms. */
export interface Identity
  extends Pick<IdentityFile, 'venue' | 'edge' | 'server' | 'broker' | 'fleetKey'> {
  readonly issuedAt: number;
  readonly endsAt: number;
}

const shape = shapeOf(IdentityFile);

export const parseIdentity = (value: unknown): Result<Identity, 'unusable-identity'> => {
  const checked = shape(value);
  if (!checked.ok) return fail('unusable-identity', 'identity.json is damaged');
  const { endsAt, issuedAt, v: _, ...rest } = checked.value;
  const times = { issuedAt: Date.parse(issuedAt), endsAt: Date.parse(endsAt) };
  return ok({ ...rest, ...times });
};

/** When a certificate is to be renewed: when a third of its life is left (EN5). */
export const renewalDueAt = ({ endsAt, issuedAt }: Pick<Identity, 'endsAt' | 'issuedAt'>): number =>
  endsAt - (endsAt - issuedAt) / 3;
