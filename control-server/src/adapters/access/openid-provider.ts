import { fail, ok, type Result } from '@throng/contract';
import * as openid from 'openid-client';
import { isLoopback } from '../../access/same-origin.js';
import type { OidcSettings } from '../../settings/access-settings.js';

/** What must be remembered between sending somebody away and their return. */
export interface PendingLogIn {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
}

export type Claims = Readonly<Record<string, unknown>> & {
  readonly iss: string;
  readonly sub: string;
};

/** The house's own log-in. */
export interface OpenidProvider {
  /** Where to send somebody, and what to remember. */
  begin(): Promise<Result<{ readonly url: string; readonly pending: PendingLogIn }, 'provider'>>;
  /** Who came back; `query` is what the provider sent along. */
  finish(query: string, pending: PendingLogIn): Promise<Result<Claims, 'provider'>>;
}

const TIMEOUT_SECONDS = 10;

/** What went wrong, without any secret in it. */
const because = (error: unknown) =>
  fail('provider', error instanceof Error ? error.message : 'the provider failed');

/**
 * An OpenID provider: authorization code flow with PKCE, state and nonce. It is looked up on first use
 * and again after a failure, so that the server starts without it. Plain HTTP only on this machine.
 */
export const openidProvider = (
  settings: OidcSettings,
  clientSecret: string | undefined,
): OpenidProvider => {
  const issuer = new URL(settings.issuer);
  let found: Promise<openid.Configuration> | undefined;
  const discover = (): Promise<openid.Configuration> => {
    found ??= openid
      .discovery(
        issuer,
        settings.clientId,
        undefined,
        clientSecret === undefined ? openid.None() : openid.ClientSecretPost(clientSecret),
        {
          timeout: TIMEOUT_SECONDS,
          execute: isLoopback(issuer.hostname) ? [openid.allowInsecureRequests] : [],
        },
      )
      .catch((error: unknown) => {
        found = undefined;
        throw error;
      });
    return found;
  };
  return {
    begin: async () => {
      try {
        const configuration = await discover();
        const pending = {
          verifier: openid.randomPKCECodeVerifier(),
          state: openid.randomState(),
          nonce: openid.randomNonce(),
        };
        const url = openid.buildAuthorizationUrl(configuration, {
          redirect_uri: settings.redirectUri,
          scope: settings.scope,
          code_challenge: await openid.calculatePKCECodeChallenge(pending.verifier),
          code_challenge_method: 'S256',
          state: pending.state,
          nonce: pending.nonce,
        });
        return ok({ url: url.href, pending });
      } catch (error) {
        return because(error);
      }
    },
    finish: async (query, { verifier, state, nonce }) => {
      try {
        const configuration = await discover();
        const tokens = await openid.authorizationCodeGrant(
          configuration,
          new URL(`${settings.redirectUri}?${query}`),
          {
            pkceCodeVerifier: verifier,
            expectedState: state,
            expectedNonce: nonce,
            idTokenExpected: true,
          },
        );
        const claims = tokens.claims();
        if (claims === undefined) return fail('provider', 'the provider sent no ID token');
        if (configuration.serverMetadata().userinfo_endpoint === undefined) return ok(claims);
        // Many providers tell groups here only.
        const more = await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub);
        return ok({ ...more, ...claims });
      } catch (error) {
        return because(error);
      }
    },
  };
};
