/** The name of a zone, passage or camera; its id where the venue does not know it. */
export const nameOf = (named: readonly { id: string; name: string }[], id: string): string =>
  named.find((entry) => entry.id === id)?.name ?? id;
