import { toTimestamp } from '@throng/contract';
import type { FastifyRequest } from 'fastify';
import type { Recorder } from '../../audit/recorder.js';
import { principalOf } from './route-permission.js';

/** Puts on record that somebody looked at what was; `period` in epoch ms. */
export const noteView = (
  recorder: Recorder,
  request: FastifyRequest,
  subject: string,
  { from, to }: { readonly from: number; readonly to: number },
): void =>
  recorder.note({
    actor: principalOf(request),
    action: 'record-viewed',
    subject,
    details: { from: toTimestamp(from), to: toTimestamp(to) },
  });
