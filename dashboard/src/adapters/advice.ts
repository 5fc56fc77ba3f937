import {
  fail,
  ok,
  type Result,
  SafeCapacity,
  shapeOf,
  WhatIfAnswer,
  type WhatIfRequest,
} from '@throng/contract';

const addressOf = (path: string): URL => new URL(`api/v1/${path}`, document.baseURI);

const isCapacity = shapeOf(SafeCapacity);
const isAnswer = shapeOf(WhatIfAnswer);

/** A venue's capacity does not change while the page is open; undefined until it was told. */
let capacity: Promise<SafeCapacity | null> | undefined;

/** For how many there is room; null where the server does not say. */
export const fetchSafeCapacity = (): Promise<SafeCapacity | null> => {
  capacity ??= askCapacity();
  return capacity;
};

const askCapacity = async (): Promise<SafeCapacity | null> => {
  try {
    const response = await fetch(addressOf('safe-capacity'));
    const checked = response.ok ? isCapacity(await response.json()) : undefined;
    if (checked?.ok) return checked.value;
  } catch {
    // Not reachable now: it is asked again with the next zone.
  }
  capacity = undefined;
  return null;
};

/** Why there is no answer: the server's own word, or that none came. */
export type NoAnswer = 'nothing-known' | 'busy' | 'not-allowed' | 'too-large' | 'unreachable';

const REFUSALS: readonly NoAnswer[] = ['nothing-known', 'busy', 'not-allowed', 'too-large'];

/** Has plans run by the server. */
export const askWhatIf = async (
  request: WhatIfRequest,
  signal: AbortSignal,
): Promise<Result<WhatIfAnswer, NoAnswer>> => {
  try {
    const response = await fetch(addressOf('what-if'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(request),
      signal,
    });
    const body: unknown = await response.json();
    const checked = isAnswer(body);
    if (response.ok && checked.ok) return ok(checked.value);
    return fail(refusalOf(body), `status ${response.status}`);
  } catch (error) {
    return fail('unreachable', error instanceof Error ? error.message : String(error));
  }
};

const refusalOf = (body: unknown): NoAnswer => {
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const code = field(field(body, 'error'), 'code');
  return REFUSALS.find((each) => each === code) ?? 'unreachable';
};
