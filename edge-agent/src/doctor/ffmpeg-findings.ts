import { broken, type Finding, healthy } from './finding.js';

/** What `ffmpeg -version`, `-demuxers` and `-decoders` print. */
export interface FfmpegAnswers {
  readonly version: string;
  readonly demuxers: string;
  readonly decoders: string;
}

const INSTALL =
  'install ffmpeg 5.1 or newer (Debian, Ubuntu: apt install ffmpeg; macOS: brew install ffmpeg), and see that it is on the PATH';

/** The first with `-fps_mode`, and with options in the concat script that carries an address. */
const LEAST = { major: 5, minor: 1 } as const;

const isTooOld = (version: string): boolean => {
  const [, major, minor] = /^n?(\d+)\.(\d+)/.exec(version) ?? [];
  if (major === undefined) return false; // built from a commit: as new as can be
  const [first, second] = [Number(major), Number(minor)];
  return first < LEAST.major || (first === LEAST.major && second < LEAST.minor);
};

const lacking = (list: string, names: readonly string[]): string[] =>
  names.filter((name) => !new RegExp(`^\\s*[A-Z.]+\\s+(\\S+,)*${name}(,\\S+)*\\s`, 'm').test(list));

/** Whether there is an ffmpeg that can do what is asked of it; undefined where there is none. */
export const ffmpegFinding = (answers: FfmpegAnswers | undefined): Finding => {
  if (answers === undefined) return broken('ffmpeg', 'is not there', INSTALL);
  const version = /ffmpeg version (\S+)/.exec(answers.version)?.[1] ?? 'unknown version';
  if (isTooOld(version)) return broken('ffmpeg', `${version} is too old`, INSTALL);
  const demuxers = lacking(answers.demuxers, ['rtsp', 'concat']);
  const decoders = lacking(answers.decoders, ['h264', 'hevc']);
  const missing = [
    ...demuxers.map((name) => `the demuxer ${name}`),
    ...decoders.map((name) => `the decoder ${name}`),
  ];
  return missing.length === 0
    ? healthy('ffmpeg', `${version}, reads RTSP, H.264 and H.265`)
    : broken('ffmpeg', `${version} was built without ${missing.join(' and ')}`, INSTALL);
};

/** What could decode in hardware here; that it does shows with each camera. */
export const decodersFinding = (offered: readonly string[]): Finding =>
  healthy(
    'decoders',
    offered.length === 0
      ? 'software; no hardware decoder is offered'
      : `${offered.join(', ')} offered, then software`,
  );
