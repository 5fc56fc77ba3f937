/**
 * Which venue a server starts with. A file that was changed wins, since somebody changed it and
 * starts with it; one that was not leaves in force what was.
 */
export type AtStart =
  /** Nothing is kept yet: the file is version 1. */
  | { readonly kind: 'first' }
  /** The file is not what was last taken from it: it becomes the newest version, and is in force. */
  | { readonly kind: 'file-changed' }
  | { readonly kind: 'as-it-was'; readonly version: number };

/**
 * @param file text of the file's content.
 * @param taken text of what was last taken from the file.
 */
export const decideAtStart = (
  file: string,
  taken: string | undefined,
  inForce: number | undefined,
): AtStart => {
  if (taken === undefined) return { kind: 'first' };
  if (taken !== file || inForce === undefined) return { kind: 'file-changed' };
  return { kind: 'as-it-was', version: inForce };
};
