/** What a script may branch on. */
export const EXIT = {
  ok: 0,
  /** Something is wrong that the user can mend: the file, a port, the store. */
  broken: 1,
  /** The command line itself was not understood, or the program is not built. */
  usage: 2,
  /** Another server owns the venue by now; started again, this one stands by. */
  fenced: 3,
  /** Ended by Ctrl-C before it was done. */
  interrupted: 130,
} as const;
