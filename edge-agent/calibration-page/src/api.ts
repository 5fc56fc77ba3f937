import type { Assessment, Unsolved } from '../../src/calibration/assessment.js';
import type { Draft, PlaceMessage, StartMessage } from '../../src/calibration/page-messages.js';

/** What the server said, or one sentence on why it did not. */
export type Reply<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: string };

const faultIn = (body: unknown): string | undefined => {
  const fault = typeof body === 'object' && body !== null ? Reflect.get(body, 'fault') : undefined;
  return typeof fault === 'string' ? fault : undefined;
};

/** Page and server come from one build, so that what the server says needs no second check. */
const ask = async <Value>(path: string, body?: unknown): Promise<Reply<Value>> => {
  const request =
    body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        };
  try {
    const response = await fetch(path, request);
    if (!response.headers.get('content-type')?.startsWith('application/json')) {
      return { ok: false, fault: await response.text() };
    }
    const said: Value = await response.json();
    return response.ok
      ? { ok: true, value: said }
      : { ok: false, fault: faultIn(said) ?? `The box answered ${response.status}.` };
  } catch {
    return {
      ok: false,
      fault: 'The box does not answer. Is throng-edge calibrate still running?',
    };
  }
};

export const askStart = () => ask<StartMessage>('/api/start');

export const askAssessment = (draft: Draft) => ask<Assessment | Unsolved>('/api/assess', { draft });

export const askPlace = (at: { pixel?: readonly number[]; ground?: readonly number[] }) =>
  ask<PlaceMessage | null>('/api/place', at);

export const askNewStill = () =>
  ask<Pick<StartMessage, 'still' | 'size' | 'stillFault'>>('/api/still', {});

export const askLens = (draft: Draft, edges: readonly (readonly (readonly number[])[])[]) =>
  ask<{ distortion: NonNullable<Draft['distortion']>; message: string }>('/api/lens', {
    draft,
    edges,
  });

export const askSave = (draft: Draft, by: string) =>
  ask<{ file: string; backup: string }>('/api/save', { draft, by });

export const askClose = () => ask<object>('/api/close', {});
