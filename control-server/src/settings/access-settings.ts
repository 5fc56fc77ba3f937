import { Identifier } from '@throng/contract';
import Type from 'typebox';
import { Role } from '../access/role.js';

const closed = { additionalProperties: false } as const;
const Word = Type.String({ minLength: 1, maxLength: 200 });
const Group = Type.String({ minLength: 1, maxLength: 200 });

/** Log-in by the house's own OpenID provider: Keycloak, Entra ID, Authentik and the like. */
export const OidcSettings = Type.Object(
  {
    issuer: Type.String({ pattern: '^https?://[^\\s]+$', maxLength: 500 }),
    clientId: Word,
    clientSecretFile: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
    /** The address of this server that the provider sends people back to. */
    redirectUri: Type.String({
      pattern: '^https?://[^\\s?#]+/auth/oidc/callback$',
      maxLength: 500,
    }),
    scope: Type.String({ default: 'openid profile', maxLength: 500 }),
    /** What the log-in page's button says. */
    label: Type.String({ default: 'Single sign-on', minLength: 1, maxLength: 60 }),
    nameClaim: Type.String({ default: 'preferred_username', minLength: 1, maxLength: 200 }),
    groupsClaim: Type.String({ default: 'groups', minLength: 1, maxLength: 200 }),
    /** The role of each group; the highest of several counts, and without one nobody gets in. */
    roles: Type.Record(Group, Role, { minProperties: 1, maxProperties: 200 }),
    /** The zones of each group; somebody in none of them sees the whole venue … */
    zones: Type.Record(Group, Type.Array(Identifier, { minItems: 1, maxItems: 2_000 }), {
      default: {},
    }),
    /** … or, with this, is not let in. */
    zonesRequired: Type.Boolean({ default: false }),
  },
  closed,
);
export type OidcSettings = Type.Static<typeof OidcSettings>;

/** Who gets in, and for how long. */
export const AccessSettings = Type.Object(
  {
    /** `open` lets everybody in who can connect, and is accepted on this machine's own address only. */
    mode: Type.Union([Type.Literal('accounts'), Type.Literal('open')], { default: 'accounts' }),
    sessionIdleHours: Type.Number({ minimum: 0.05, maximum: 720, default: 12 }),
    sessionHours: Type.Number({ minimum: 0.05, maximum: 2_160, default: 168 }),
    /** Proxies whose word on a visitor's address and on HTTPS is believed. */
    trustedProxies: Type.Array(Type.String({ minLength: 2, maxLength: 60 }), {
      default: [],
      maxItems: 20,
    }),
    oidc: Type.Optional(OidcSettings),
  },
  { ...closed, default: {} },
);
export type AccessSettings = Type.Static<typeof AccessSettings>;
