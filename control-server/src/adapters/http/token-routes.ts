import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { addToken, revokeToken } from '../../access/keep-tokens.js';
import { accessError } from './access-error.js';
import { MadeToken, NewToken, TokenParameters, Tokens } from './access-schemas.js';
import type { KeepRouteParts } from './account-routes.js';
import { ApiError } from './api-schemas.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';

const newTokenOf = bodyParser(NewToken);

/** Tokens for programs, kept by the admins. */
export const tokenRoutes = (app: FastifyInstance, parts: KeepRouteParts): void => {
  const config = { permission: 'keep-accounts' } as const;
  const tags = ['access'];
  const errors = { '4xx': ApiError, 503: ApiError };
  app.get(
    '/tokens',
    { config, schema: { summary: 'API tokens', tags, response: { 200: Tokens, ...errors } } },
    async () => {
      const tokens = parts.store.tokens();
      if (!tokens.ok) throw accessError(tokens);
      return tokens.value;
    },
  );
  app.post(
    '/tokens',
    {
      config,
      ...parsesItsBody,
      schema: {
        summary: 'Make a token; its secret is shown this once',
        tags,
        body: NewToken,
        response: { 201: MadeToken, ...errors },
      },
    },
    async (request, reply) => {
      const made = await addToken(parts, newTokenOf(request.body), principalOf(request));
      if (!made.ok) throw accessError(made);
      return reply.status(201).send(made.value);
    },
  );
  app.delete<{ Params: Type.Static<typeof TokenParameters> }>(
    '/tokens/:id',
    {
      config,
      schema: { summary: 'Revoke a token', tags, params: TokenParameters, response: errors },
    },
    async (request, reply) => {
      const revoked = await revokeToken(parts, request.params.id, principalOf(request));
      if (!revoked.ok) throw accessError(revoked);
      parts.onSessionsEnded();
      return reply.status(204).send();
    },
  );
};
