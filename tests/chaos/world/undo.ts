type Undo = () => void | Promise<void>;

const open = new Set<Undo>();

/** What must be undone whatever happens, Ctrl-C included: a mount, a namespace. Undone once. */
export const undoAtEnd = (undo: Undo): Undo => {
  const once = async (): Promise<void> => {
    if (open.delete(once)) await undo();
  };
  open.add(once);
  return once;
};

/** Undoes what still stands, the newest first. */
export const undoAll = async (): Promise<void> => {
  for (const undo of [...open].toReversed()) await undo();
};
