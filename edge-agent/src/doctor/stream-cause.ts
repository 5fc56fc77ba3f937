/** Why a stream gives no picture, in words, and what to do about it. */
export interface StreamCause {
  readonly cause: string;
  readonly remedy: string;
}

/** The first sign that is found in what ffmpeg said decides; those of the camera's own answer lead. */
const CAUSES: readonly (readonly [sign: RegExp, cause: string, remedy: string])[] = [
  [
    /\b401\b|unauthorized|authorization failed/i,
    'wrong user or password',
    'check username, password and passwordFile against the camera’s own users',
  ],
  [
    /\b403\b|forbidden/i,
    'access refused',
    'give the user the right to see live video, and this box a place in the camera’s access list',
  ],
  [/\b404\b/, 'wrong path', 'check the path behind the host; the camera’s manual names it'],
  [/\b461\b|unsupported transport/i, 'wrong transport', 'try the other transport (tcp or udp)'],
  [
    /\b5(0\d|xx)\b/i,
    'the camera cannot serve now',
    'end other viewers of this stream, or restart the camera; most allow only a few at a time',
  ],
  [
    /connection refused/i,
    'nobody listens there',
    'check host and port, and that RTSP is switched on in the camera',
  ],
  [
    /resolve hostname|name or service|name resolution/i,
    'unknown host name',
    'check the host name, or use the camera’s address',
  ],
  [
    /no route|unreachable/i,
    'no route to the camera',
    'check cable, switch and VLAN between this box and the camera',
  ],
  [
    /timed out|no frame for/i,
    'no answer or no picture',
    'check that the camera is on and no firewall stands between; try the other transport',
  ],
  [
    /the calibration was made on/,
    'another picture than the calibrated one',
    'calibrate again on a picture of this stream, or name the stream that was calibrated',
  ],
  [/no such file|source-missing/i, 'missing', 'check the path'],
  [/source-mixed/, 'mixed', 'keep images of one kind in the folder'],
  [
    /password-file/,
    'no password',
    'let the agent’s user read the file: chown it to that user, then chmod 600',
  ],
  [
    /invalid data|moov atom|could not find codec|unknown codec|decoder/i,
    'no picture can be read',
    'the file or stream is damaged or of an unknown codec; set the camera to H.264 or H.265',
  ],
  [/ffmpeg/i, 'ffmpeg', 'install ffmpeg'],
];

/** What stands behind ffmpeg's words. */
export const streamCause = (diagnosis: string): StreamCause => {
  const known = CAUSES.find(([sign]) => sign.test(diagnosis));
  if (known === undefined) {
    return {
      cause: 'no picture',
      remedy: 'play the same address with ffplay on this box; what it says is the cause',
    };
  }
  const [, cause, remedy] = known;
  return { cause, remedy };
};
