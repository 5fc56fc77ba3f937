const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Settles at the first Ctrl-C, termination or hang-up. The handlers stay: npm passes on a Ctrl-C that
 * the terminal has sent already, and a second one must not end us before our programs have ended.
 */
export const interrupted = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of SIGNALS) process.on(signal, () => resolve());
  });
