import { useCallback, useEffect, useState } from 'react';
import { type Answered, ask } from './access-api.js';
import type { Reader } from './access-shapes.js';

/** A list that the server keeps, with what it last refused; read anew after each act. */
export interface KeptList<Entry> {
  /** Null before it was read. */
  readonly entries: readonly Entry[] | null;
  /** The code of the last refusal. */
  readonly refused: string | null;
  /** Takes an act's answer and reads the list anew; whether it was done. */
  readonly settle: <Value>(answer: Answered<Value>) => Promise<boolean>;
}

/** @param read must stay the same function, or the list is read again and again. */
export const useKeptList = <Entry>(
  path: string,
  read: Reader<readonly Entry[]>,
): KeptList<Entry> => {
  const [entries, setEntries] = useState<readonly Entry[] | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const load = useCallback(async () => {
    const answer = await ask({ path, read });
    if (answer.ok) setEntries(answer.value);
    else setRefused(answer.code);
  }, [path, read]);
  useEffect(() => void load(), [load]);
  const settle = async <Value>(answer: Answered<Value>): Promise<boolean> => {
    setRefused(answer.ok ? null : answer.code);
    await load();
    return answer.ok;
  };
  return { entries, refused, settle };
};
