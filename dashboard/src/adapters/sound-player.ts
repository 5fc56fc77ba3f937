import type { Sound } from '../state/alert-sounds.js';

/** A tone: Hz, when it begins and how long it lasts (s). */
type Tone = readonly [frequency: number, at: number, seconds: number];

const repeated = (times: number, every: number, tones: readonly Tone[]): readonly Tone[] =>
  Array.from({ length: times }, (_, index) =>
    tones.map(([frequency, at, seconds]): Tone => [frequency, at + index * every, seconds]),
  ).flat();

/**
 * Told apart by rhythm first, then by pitch, as in IEC 60601-1-8: more pulses, closer together, mean
 * more danger. Within 500 to 3,000 Hz, where a loud room hides least.
 */
const PATTERNS: Readonly<Record<Sound, readonly Tone[]>> = {
  system: [
    [520, 0, 0.18],
    [520, 0.3, 0.18],
  ],
  warning: [
    [660, 0, 0.2],
    [880, 0.28, 0.3],
  ],
  critical: repeated(2, 0.95, [
    [880, 0, 0.14],
    [880, 0.2, 0.14],
    [1_100, 0.4, 0.25],
  ]),
  unanswered: repeated(3, 0.55, [
    [1_200, 0, 0.14],
    [700, 0.18, 0.22],
  ]),
  emergency: repeated(3, 0.75, [
    [1_320, 0, 0.09],
    [1_320, 0.13, 0.09],
    [1_320, 0.26, 0.09],
    [1_760, 0.39, 0.2],
  ]),
  'show-stop': repeated(2, 1.3, [
    [600, 0, 0.5],
    [1_400, 0.55, 0.6],
  ]),
};

const KNOCKS: readonly Tone[] = [
  [180, 0, 0.12],
  [180, 0.25, 0.12],
];

const later = (tones: readonly Tone[], seconds: number): readonly Tone[] =>
  tones.map(([frequency, at, length]): Tone => [frequency, at + seconds, length]);

/** Seconds in which a tone swells and fades: without them it would click. */
const EDGE = 0.012;

export interface SoundPlayer {
  /** `blocked` until somebody has clicked, as browsers demand. */
  readonly state: () => 'ready' | 'blocked' | 'unavailable';
  /** To be called from a click. */
  readonly unblock: () => Promise<void>;
  /** @param volume 0 to 1. @param isDrill two low knocks come first. */
  readonly play: (sound: Sound, volume: number, isDrill?: boolean) => void;
  /** Called whenever `state` may have changed; returns the way to stop that. */
  readonly onChange: (listener: () => void) => () => void;
}

/** Plays patterns of tones; it loads no file, so that it sounds without a network too. */
export const createSoundPlayer = (): SoundPlayer => {
  const context = 'AudioContext' in globalThis ? new AudioContext() : null;
  return {
    state: () => {
      if (context === null) return 'unavailable';
      return context.state === 'running' ? 'ready' : 'blocked';
    },
    unblock: async () => context?.resume(),
    play: (sound, volume, isDrill = false) => {
      if (context?.state !== 'running') return;
      const tones = isDrill ? [...KNOCKS, ...later(PATTERNS[sound], 0.8)] : PATTERNS[sound];
      for (const tone of tones) playTone(context, tone, volume);
    },
    onChange: (listener) => {
      context?.addEventListener('statechange', listener);
      return () => context?.removeEventListener('statechange', listener);
    },
  };
};

const playTone = (context: AudioContext, [frequency, at, seconds]: Tone, volume: number): void => {
  const oscillator = new OscillatorNode(context, { type: 'triangle', frequency });
  const gain = new GainNode(context, { gain: 0 });
  const begin = context.currentTime + at;
  const end = begin + seconds;
  gain.gain.setValueAtTime(0, begin);
  gain.gain.linearRampToValueAtTime(volume, begin + EDGE);
  gain.gain.setValueAtTime(volume, end - EDGE);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(end);
};
