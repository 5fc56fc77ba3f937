/** Hours and minutes since the doors opened: 4320 s is "1:12". */
export const clock = (seconds: number): string => {
  const minutes = Math.floor(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
};

/** "40 s", "4 min", "4 min 20 s". */
export const duration = (seconds: number): string => {
  const [minutes, rest] = [Math.floor(Math.abs(seconds) / 60), Math.abs(seconds) % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
};

/** Persons/m², to a tenth. */
export const density = (value: number): string => (Number.isNaN(value) ? '—' : value.toFixed(1));

export const percent = (share: number): string =>
  Number.isNaN(share) ? '—' : `${Math.round(share * 100)}\u00a0%`;

export const decimals = (value: number, places: number): string =>
  Number.isNaN(value) ? '—' : value.toFixed(places);
