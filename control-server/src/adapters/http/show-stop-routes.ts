import { ShowAct, ShowStop } from '@throng/contract';
import type { FastifyInstance } from 'fastify';
import type { Principal } from '../../access/principal.js';
import type { Actor } from '../../audit/recorder.js';
import type { DeskFault, ShowDesk } from '../../show-stop/show-desk.js';
import type { VenuePlan } from '../../venue-plan/venue-plan.js';
import { ApiError } from './api-schemas.js';
import { badRequest, HttpError } from './http-error.js';
import { bodyParser, parsesItsBody } from './parsed-body.js';
import { principalOf } from './route-permission.js';

export interface ShowStopParts {
  plan(): VenuePlan;
  readonly showDesk: ShowDesk;
}

const STATUS: Readonly<Record<DeskFault, number>> = {
  'already-asked': 409,
  'already-stopped': 409,
  'not-stopped': 409,
  'no-such-ask': 409,
  'same-person': 403,
  'not-yours': 403,
  'no-such-item': 404,
  'not-on-record': 503,
  'not-kept': 503,
};

const actOf = bodyParser(ShowAct);

/**
 * Who acts. Two accounts are two people; a token is none. In open access everybody is this machine,
 * so each says who they are, and the page says that nobody has checked it (SPEC SS1, SS7).
 */
const personOf = ({ kind, name, role }: Principal, typed: string | undefined): Actor => {
  switch (kind) {
    case 'account':
      return { name, role };
    case 'token':
      throw new HttpError(403, 'not-a-person', 'a show is stopped by people; log in');
    case 'open': {
      const own = typed?.trim() ?? '';
      if (own.length < 2) throw badRequest('name: say who you are, with two letters or more');
      return { name: own, role: `unverified, on ${name}` };
    }
  }
};

/** Stopping the show, and letting it go on (SPEC SS1–SS8): first on record, then kept, then told to all. */
export const showStopRoutes = (app: FastifyInstance, { plan, showDesk }: ShowStopParts): void => {
  const tags = ['now'];
  app.get(
    '/show-stop',
    {
      config: { permission: 'watch' },
      schema: { summary: 'How the show stands', tags, response: { 200: ShowStop } },
    },
    async () => showDesk.state,
  );
  app.post(
    '/show-stop/acts',
    {
      config: { permission: 'stop-show' },
      schema: {
        summary: 'Ask to stop the show or to go on, confirm, withdraw, tick the checklist',
        tags,
        body: ShowAct,
        response: { 200: ShowStop, '4xx': ApiError, 503: ApiError },
      },
      ...parsesItsBody,
    },
    async (request) => {
      const act = actOf(request.body);
      const person = personOf(principalOf(request), act.name);
      if (act.kind === 'ask-stop') {
        const unknown = act.order.zones.filter((zone) => !plan().zoneIndex.has(zone));
        if (unknown.length > 0) throw badRequest(`zones: no zone "${unknown.join('", "')}"`);
      }
      const done = await showDesk.act(act, person);
      if (done.ok) return done.value;
      throw new HttpError(STATUS[done.code], done.code, done.message);
    },
  );
};
