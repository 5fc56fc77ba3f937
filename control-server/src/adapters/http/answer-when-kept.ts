import type { FastifyInstance } from 'fastify';
import type { StoreResult } from '../../store/measurement-store.js';

const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What somebody changed is answered once a successor of this server would know it too. Logging in by
 * somebody else's provider changes something by a GET: it is known by its cookie.
 */
export const answerWhenKept = (
  app: FastifyInstance,
  settle: () => Promise<StoreResult<void>>,
): void => {
  app.addHook('onSend', async (request, reply, payload) => {
    const isChange = !READS.has(request.method) || reply.hasHeader('set-cookie');
    if (!isChange || reply.statusCode >= 400) return payload;
    const settled = await settle();
    if (settled.ok) return payload;
    const message = 'done here, but not yet kept in the database; look again, and try again';
    reply.code(503).type('application/json').removeHeader('set-cookie');
    return JSON.stringify({ error: { code: 'not-kept', message } });
  });
};
