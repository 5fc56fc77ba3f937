/** What those who keep a machine's clock say of it; empty where they are not there. */
export interface ClockKeepers {
  /** `timedatectl show`, which knows of every NTP client that tells the kernel. */
  readonly timedatectl: string;
  /** `chronyc -n tracking`. */
  readonly chrony: string;
}

/** Who keeps the clock, or why it is not kept. */
export type ClockKeeping =
  | { readonly kind: 'kept'; readonly by: 'chrony' | 'NTP' }
  | { readonly kind: 'not-kept'; readonly says: 'chrony' | 'kernel'; readonly word: string }
  /** A container has the time of its host, and nobody to ask. */
  | { readonly kind: 'nobody-to-ask' };

const leapStatus = (chrony: string): string | undefined =>
  /^Leap status\s*:\s*(.+)$/m.exec(chrony)?.[1]?.trim();

const kernelSays = (timedatectl: string): string | undefined =>
  /^NTPSynchronized=(yes|no)$/m.exec(timedatectl)?.[1];

/** Whether somebody keeps the clock set: all is judged by its time, on both sides of the wire. */
export const clockKeeping = ({ chrony, timedatectl }: ClockKeepers): ClockKeeping => {
  const [leap, kernel] = [leapStatus(chrony), kernelSays(timedatectl)];
  if (leap === 'Normal') return { kind: 'kept', by: 'chrony' };
  if (kernel === 'yes') return { kind: 'kept', by: 'NTP' };
  if (leap !== undefined) return { kind: 'not-kept', says: 'chrony', word: leap };
  return kernel === 'no'
    ? { kind: 'not-kept', says: 'kernel', word: 'NTPSynchronized=no' }
    : { kind: 'nobody-to-ask' };
};

/**
 * Whether the time of day can be believed although it has just been set. The kernel knows first: it
 * forgets that it was synchronised when a hand sets the clock. Chrony alone finds out a moment later.
 */
export const isVouchedFor = ({ chrony, timedatectl }: ClockKeepers): boolean => {
  const kernel = kernelSays(timedatectl);
  return kernel === undefined ? leapStatus(chrony) === 'Normal' : kernel === 'yes';
};
