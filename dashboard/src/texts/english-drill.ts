/** What drills say. */
export const englishDrill = {
  tell: 'Also tell people outside the control room',
  tellNote: (word: string) =>
    `Stewards by push, and every channel of the rules, as if it were real, each message with ${word} before it. Without this nobody outside is told.`,
  peopleTold: 'People outside the control room are told of it.',
  nobodyTold: 'Nobody outside the control room is told.',
  heading: 'Drill',
  explained:
    'A recorded or simulated crowd on the real path, on a page of its own. The real venue is watched all the while; nothing of a drill is kept.',
  none: 'There are no recordings to drill with. Name a folder in the settings (drills.folder) and write one with “throng-server simulate”.',
  mayNot: 'Your role does not begin drills.',
  scenario: 'Recording',
  speed: 'Speed',
  fromMinute: 'From minute',
  begin: 'Begin drill',
  end: 'End drill',
  open: 'Open the drill',
  leave: 'To the real venue',
  looking: 'Asking the server',
  over: 'The drill is over.',
  runs: (scenario: string, by: string, speed: number) =>
    `“${scenario}” runs${speed === 1 ? '' : ` at ${speed} times the speed`}, begun by ${by}. Nothing here is real.`,
  real: 'REAL VENUE',
  realCalm: 'no crowd alerts',
  realUnknown: 'not known now: the connection is lost',
  interrupted: 'This is no drill',
  realStop: 'The real show is being stopped.',
  toReal: 'Go to the real venue',
  fault: (code: string) => `That did not work (${code}); nothing was done.`,
} as const;
