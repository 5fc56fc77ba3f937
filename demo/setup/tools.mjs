import { existsSync, readdirSync } from 'node:fs';
import { findOnPath, isExecutable, outputOf } from './commands.mjs';

const RTSP_PROBE = [
  '-c',
  "import gi; gi.require_version('GstRtspServer', '1.0'); from gi.repository import Gst, GstRtspServer; Gst.init(None); assert all(Gst.ElementFactory.find(e) for e in ('qtdemux', 'h264parse', 'rtph264pay')); print(Gst.version_string())",
];

/** The system's own Python first: its bindings are not seen by one that a version tool installed. */
const rtspServer = () => {
  for (const python of ['/usr/bin/python3', findOnPath('python3')]) {
    if (python !== undefined && isExecutable(python)) {
      const version = outputOf(python, ...RTSP_PROBE);
      if (version !== undefined) return version;
    }
  }
  return undefined;
};

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

const browser = () => {
  const path = process.env.CHROMIUM ?? BROWSERS.map(findOnPath).find(Boolean);
  return path === undefined ? undefined : outputOf(path, '--version')?.split(' built on')[0];
};

const ffmpeg = () => {
  const path = findOnPath('ffmpeg');
  const banner = path === undefined ? undefined : outputOf(path, '-version');
  return banner === undefined ? undefined : `ffmpeg ${banner.split(' ')[2]}`;
};

/** What the product and its demo need of the system: `find` tells the version, or undefined. */
export const FFMPEG = {
  name: 'ffmpeg',
  why: 'reads the cameras',
  find: ffmpeg,
  packages: {
    apt: ['ffmpeg'],
    dnf: ['ffmpeg-free'],
    apk: ['ffmpeg'],
    pacman: ['ffmpeg'],
    brew: ['ffmpeg'],
  },
};

/** Needed only where no prebuilt SQLite can be had for this machine. */
export const COMPILER = {
  name: 'C++ compiler',
  why: 'builds SQLite where no prebuilt binary fits',
  find: () =>
    ['g++', 'make', 'python3'].every(findOnPath) ? 'C++ compiler, make, Python 3' : undefined,
  packages: {
    apt: ['build-essential', 'python3'],
    dnf: ['gcc-c++', 'make', 'python3'],
    apk: ['build-base', 'python3'],
    pacman: ['base-devel', 'python'],
    brew: ['python3'],
  },
};

/** Real peers for the integration and end-to-end tests. */
export const TEST_TOOLS = [
  {
    name: 'Mosquitto',
    why: 'the MQTT broker of the integration tests',
    find: () => (findOnPath('mosquitto') ? 'Mosquitto' : undefined),
    packages: {
      apt: ['mosquitto'],
      dnf: ['mosquitto'],
      apk: ['mosquitto'],
      pacman: ['mosquitto'],
      brew: ['mosquitto'],
    },
  },
  {
    name: 'PostgreSQL',
    why: 'the database of several servers in the integration tests',
    find: () => {
      const root = '/usr/lib/postgresql'; // Debian: a folder per version, none of them in the path
      const versions = existsSync(root) ? readdirSync(root) : [];
      const program =
        findOnPath('postgres') ??
        versions.map((version) => `${root}/${version}/bin/postgres`).find(isExecutable);
      return program === undefined ? undefined : outputOf(program, '--version');
    },
    packages: {
      apt: ['postgresql'],
      dnf: ['postgresql-server'],
      apk: ['postgresql'],
      pacman: ['postgresql'],
      brew: ['postgresql'],
    },
  },
  {
    name: 'GStreamer RTSP server',
    why: 'plays the cameras of the end-to-end tests',
    find: () => {
      const version = rtspServer();
      return version === undefined ? undefined : `${version} with its RTSP server`;
    },
    packages: {
      apt: [
        'python3',
        'python3-gi',
        'gir1.2-gst-rtsp-server-1.0',
        'gstreamer1.0-plugins-good',
        'gstreamer1.0-plugins-bad',
      ],
      dnf: [
        'python3-gobject',
        'gstreamer1-rtsp-server',
        'gstreamer1-plugins-good',
        'gstreamer1-plugins-bad-free',
      ],
      apk: ['py3-gobject3', 'gst-rtsp-server', 'gst-plugins-good', 'gst-plugins-bad'],
      pacman: ['python-gobject', 'gst-rtsp-server', 'gst-plugins-good', 'gst-plugins-bad'],
      brew: ['pygobject3', 'gstreamer'],
    },
  },
  {
    name: 'Chromium',
    why: 'drives the dashboard in the end-to-end tests',
    find: browser,
    packages: {
      apt: ['chromium'],
      dnf: ['chromium'],
      apk: ['chromium'],
      pacman: ['chromium'],
      brew: ['chromium'],
    },
  },
  {
    name: 'ps',
    why: 'shows the tests that no process is left behind',
    find: () => (findOnPath('ps') ? 'ps' : undefined),
    packages: {
      apt: ['procps'],
      dnf: ['procps-ng'],
      apk: ['procps'],
      pacman: ['procps-ng'],
      brew: [],
    },
  },
  {
    name: 'OpenSSL',
    why: 'makes and revokes the certificates of tests',
    find: () => {
      const path = findOnPath('openssl');
      return path === undefined ? undefined : outputOf(path, 'version')?.split(' (')[0];
    },
    packages: {
      apt: ['openssl'],
      dnf: ['openssl'],
      apk: ['openssl'],
      pacman: ['openssl'],
      brew: ['openssl'],
    },
  },
  {
    name: 'ShellCheck',
    why: 'reads the installer for faults',
    find: () => (findOnPath('shellcheck') ? 'ShellCheck' : undefined),
    packages: {
      apt: ['shellcheck'],
      dnf: ['ShellCheck'],
      apk: ['shellcheck'],
      pacman: ['shellcheck'],
      brew: ['shellcheck'],
    },
  },
  {
    name: 'systemd-analyze',
    why: 'judges the units that run agent and server',
    find: () => (findOnPath('systemd-analyze') ? 'systemd-analyze' : undefined),
    packages: {
      apt: ['systemd'],
      dnf: ['systemd'],
      apk: [],
      pacman: ['systemd'],
      brew: [],
    },
  },
];
