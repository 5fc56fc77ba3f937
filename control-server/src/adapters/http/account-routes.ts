import { toTimestamp } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type Type from 'typebox';
import { addAccount, changeAccount, resetAccount } from '../../access/keep-accounts.js';
import type { KeepParts } from '../../access/keep-parts.js';
import type { MadeLink } from '../../access/links.js';
import { accessError } from './access-error.js';
import {
  AccountChange,
  AccountParameters,
  Accounts,
  NewAccount,
  OneTimeAddress,
} from './access-schemas.js';
import { ApiError } from './api-schemas.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';

export interface KeepRouteParts extends KeepParts {
  /** Pages whose session has ended, or whose sight has changed, must go. */
  readonly onSessionsEnded: () => void;
}

const newAccountOf = bodyParser(NewAccount);
const changeOf = bodyParser(AccountChange);

type Named = { Params: Type.Static<typeof AccountParameters> };

const told = ({ secret, expiresAt }: MadeLink) => ({
  link: secret,
  expiresAt: toTimestamp(expiresAt),
});

/** Who has an account, kept by the admins. */
export const accountRoutes = (app: FastifyInstance, parts: KeepRouteParts): void => {
  const config = { permission: 'keep-accounts' } as const;
  const tags = ['access'];
  const errors = { '4xx': ApiError, 503: ApiError };
  app.get(
    '/accounts',
    { config, schema: { summary: 'Accounts', tags, response: { 200: Accounts, ...errors } } },
    async () => {
      const accounts = parts.store.accounts();
      if (!accounts.ok) throw accessError(accounts);
      return accounts.value;
    },
  );
  app.post(
    '/accounts',
    {
      config,
      ...parsesItsBody,
      schema: {
        summary: 'Add an account; its owner sets the password by the link',
        tags,
        body: NewAccount,
        response: { 201: OneTimeAddress, ...errors },
      },
    },
    async (request, reply) => {
      const added = await addAccount(parts, newAccountOf(request.body), principalOf(request));
      if (!added.ok) throw accessError(added);
      return reply.status(201).send(told(added.value));
    },
  );
  app.patch<Named>(
    '/accounts/:name',
    {
      config,
      ...parsesItsBody,
      schema: {
        summary: "Change an account's role or zones, or disable it",
        tags,
        params: AccountParameters,
        body: AccountChange,
        response: errors,
      },
    },
    async (request, reply) => {
      const { name } = request.params;
      const changed = await changeAccount(
        parts,
        name,
        changeOf(request.body),
        principalOf(request),
      );
      if (!changed.ok) throw accessError(changed);
      parts.onSessionsEnded();
      return reply.status(204).send();
    },
  );
  app.post<Named>(
    '/accounts/:name/link',
    {
      config,
      schema: {
        summary: 'A new one-time link for who forgot the password',
        tags,
        params: AccountParameters,
        response: { 201: OneTimeAddress, ...errors },
      },
    },
    async (request, reply) => {
      const reset = await resetAccount(parts, request.params.name, principalOf(request));
      if (!reset.ok) throw accessError(reset);
      return reply.status(201).send(told(reset.value));
    },
  );
};
