import type { AlertPriority } from '@throng/contract';

/** Beeps of a priority: pitch in Hz, length and pause in ms; the phone vibrates in the same rhythm. */
export interface Pattern {
  readonly pitch: number;
  readonly beeps: number;
  readonly length: number;
  readonly pause: number;
}

/** Higher, faster and more of them, the graver it is (after IEC 60601-1-8: three pulses, five, ten). */
export const patterns: Readonly<Record<AlertPriority, Pattern>> = {
  watch: { pitch: 440, beeps: 1, length: 150, pause: 0 },
  warning: { pitch: 523, beeps: 3, length: 220, pause: 200 },
  critical: { pitch: 740, beeps: 5, length: 180, pause: 120 },
  emergency: { pitch: 988, beeps: 10, length: 140, pause: 70 },
};

/** Milliseconds on and off in turn, as `navigator.vibrate` takes them. */
export const vibration = ({ beeps, length, pause }: Pattern): number[] =>
  Array.from({ length: beeps * 2 - 1 }, (_, index) => (index % 2 === 0 ? length : pause));

let audio: AudioContext | undefined;

/** A browser plays nothing before somebody has touched the page. */
export const unlockSound = (): void => {
  audio ??= new AudioContext();
  void audio.resume();
};

export const isSoundBlocked = (): boolean => audio?.state !== 'running';

/** Sounds and vibrates once, by priority. */
export const alarm = (priority: AlertPriority): void => {
  const pattern = patterns[priority];
  if ('vibrate' in navigator) navigator.vibrate(vibration(pattern));
  if (audio === undefined) return;
  const gain = audio.createGain();
  const tone = audio.createOscillator();
  tone.type = 'square';
  tone.frequency.value = pattern.pitch;
  tone.connect(gain).connect(audio.destination);
  const begin = audio.currentTime;
  const step = (pattern.length + pattern.pause) / 1_000;
  gain.gain.setValueAtTime(0, begin);
  for (let beep = 0; beep < pattern.beeps; beep += 1) {
    gain.gain.setValueAtTime(0.4, begin + beep * step);
    gain.gain.setValueAtTime(0, begin + beep * step + pattern.length / 1_000);
  }
  tone.start(begin);
  tone.stop(begin + pattern.beeps * step);
};
