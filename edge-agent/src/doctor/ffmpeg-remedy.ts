const REMEDIES: readonly (readonly [sign: RegExp, remedy: string])[] = [
  [/401|unauthorized|authorization failed/i, 'check username and password'],
  [/403|forbidden/i, 'allow this box in the camera’s access list'],
  [/404/, 'check the path behind the host; the camera’s manual names it'],
  [/refused/i, 'check host and port, and that RTSP is switched on in the camera'],
  [/resolve hostname|name or service/i, 'check the host name, or use the camera’s address'],
  [/no route|unreachable/i, 'check cable, switch and VLAN between this box and the camera'],
  [
    /timed out|no frame for/i,
    'check that the camera is on and no firewall stands between; try transport: udp',
  ],
  [/461|unsupported transport/i, 'try the other transport (tcp or udp)'],
  [/no such file|source-missing/i, 'check the path'],
  [
    /invalid data|moov atom|could not find codec|decoder/i,
    'the file or stream is damaged or of an unknown codec; record it again as H.264',
  ],
  [/ffmpeg/i, 'install ffmpeg'],
];

/** What to do about what ffmpeg said. */
export const ffmpegRemedy = (diagnosis: string): string =>
  REMEDIES.find(([sign]) => sign.test(diagnosis))?.[1] ??
  'play the same address with ffplay on this box; what it says is the cause';
