import { placeOf, REACH, SLIDER } from './time-view.js';

/** An event with its phases, as far as the bar asks; times are ISO 8601. */
export interface PhasedEvent {
  readonly id: string;
  readonly endsAt: string;
  readonly phases?: readonly { readonly id: string; readonly name: string; readonly at: string }[];
}

/** A phase, or the time between two events, as it lies on the bar of time. */
export interface Stretch {
  readonly key: string;
  /** Null where there is no event. */
  readonly name: string | null;
  /** Places on the slider. */
  readonly from: number;
  readonly to: number;
}

/**
 * The phases within the slider's reach and what lies between them, from its one end to the other;
 * nothing where there is none. @param now epoch ms. @param end the last place of the slider.
 */
export const phasesOnBar = (
  events: readonly PhasedEvent[],
  now: number,
  end: number,
): Stretch[] => {
  const place = (at: number): number => Math.min(end, placeOf((at - now) / 1_000));
  const [oldest, latest] = [now - REACH.past * 1_000, now + REACH.ahead * 1_000];
  const named = events
    .flatMap(({ endsAt, id, phases = [] }) =>
      phases.map((phase, index) => ({
        key: `${id} ${phase.id}`,
        name: phase.name,
        begins: Date.parse(phase.at),
        ends: Date.parse(phases[index + 1]?.at ?? endsAt),
      })),
    )
    .filter(({ begins, ends }) => ends > oldest && begins < latest && ends > begins)
    .sort((a, b) => a.begins - b.begins);
  const stretches: Stretch[] = [];
  let reached: number = SLIDER.min;
  const between = (to: number): void => {
    if (to > reached) stretches.push({ key: `until ${to}`, name: null, from: reached, to });
  };
  for (const { begins, ends, key, name } of named) {
    const [from, to] = [Math.max(reached, place(begins)), place(ends)];
    if (to <= from) continue;
    between(from);
    stretches.push({ key, name, from, to });
    reached = to;
  }
  if (stretches.length > 0) between(end);
  return stretches;
};

/** The phase at a place of the slider; null between events. */
export const phaseAt = (stretches: readonly Stretch[], place: number): string | null =>
  stretches.findLast(({ from, to }) => from <= place && place <= to)?.name ?? null;
