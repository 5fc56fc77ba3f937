/** 0 all is well; 1 it cannot work or something is broken; 2 the command was used wrongly. Ctrl-C ends by its signal: 130. */
export const EXIT = { ok: 0, failed: 1, usage: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
