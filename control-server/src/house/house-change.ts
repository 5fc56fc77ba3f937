/** A row of one of the house's tables as it stands after a change; `body` is null where it was erased. */
export interface HouseChange {
  readonly name: string;
  /** JSON of the values of its primary key, in order. */
  readonly key: string;
  /** JSON of the row by its columns; what is not text or a number is hexadecimal. */
  readonly body: string | null;
}

/** The last of each row, in the order of these. */
export const lastOfEach = <Change extends HouseChange>(changes: readonly Change[]): Change[] => {
  const last = new Map<string, Change>();
  for (const change of changes) {
    const row = `${change.name} ${change.key}`;
    last.delete(row);
    last.set(row, change);
  }
  return [...last.values()];
};
