import type { Result } from '@throng/contract';

/** Why the store could not do as asked; `locked` and `full` mend themselves when the cause goes. */
export type StoreFault = 'locked' | 'full' | 'io' | 'corrupt' | 'closed';

export type StoreResult<Value> = Result<Value, StoreFault>;
