import { fail, ok, type Result } from '@throng/contract';
import type { BackendFailure, BackendName, StartBackend } from './backend.js';

/** A backend that was tried before the one in use, and why it is not in use. */
export interface Refusal {
  readonly backend: BackendName;
  readonly code: BackendFailure;
  readonly reason: string;
}

export interface ChosenBackend {
  readonly backend: BackendName;
  readonly refused: readonly Refusal[];
}

/** Starts the first wanted backend that works, and remembers why the better ones do not. */
export const chooseBackend = async (
  wanted: readonly BackendName[],
  start: StartBackend,
): Promise<Result<ChosenBackend, 'no-backend'>> => {
  const refused: Refusal[] = [];
  for (const backend of wanted) {
    const started = await start(backend);
    if (started.ok) return ok({ backend, refused });
    refused.push({ backend, code: started.code, reason: started.message });
  }
  const reasons = refused.map(({ backend, reason }) => `${backend}: ${reason}`).join('\n');
  return fail('no-backend', `COCO-SSD has nothing to compute with.\n${reasons}`);
};
