import type { Command } from 'commander';

/** How the verbs are typed whose help does not say so itself, by their path. */
const EXAMPLES: Readonly<Record<string, readonly string[]>> = {
  account: ['account add kim --role operator -c venue.yml', 'account list -c venue.yml'],
  'account add': [
    'account add kim --role operator -c venue.yml',
    'account add sam --role viewer --zones gate-a,concourse -c venue.yml',
  ],
  'account list': ['account list -c venue.yml --json'],
  'account role': ['account role sam --role operator --zones gate-a -c venue.yml'],
  'account disable': ['account disable sam -c venue.yml'],
  'account enable': ['account enable sam -c venue.yml'],
  'account erase': ['account erase sam -c venue.yml'],
  'account reset': ['account reset kim -c venue.yml'],
  enrolled: ['enrolled -c venue.yml', 'enrolled -c venue.yml --json'],
  authority: [
    'authority init --name "Riverside Hall"',
    'authority issue server --names throng.venue,10.0.0.5',
  ],
  'authority init': ['authority init --name "Riverside Hall" --folder authority'],
  'authority issue': [
    'authority issue server --names throng.venue,10.0.0.5',
    'authority issue home-assistant --for client --days 90',
  ],
  token: ['token add grafana --scopes read-metrics -c venue.yml', 'token list -c venue.yml'],
  'token add': ['token add grafana --scopes read-metrics --days 365 -c venue.yml'],
  'token list': ['token list -c venue.yml --json'],
  'token revoke': ['token revoke 3f9c2a -c venue.yml'],
  audit: ['audit verify -c venue.yml', 'audit export -c venue.yml'],
  'audit verify': ['audit verify -c venue.yml --head 4711:9f2c…'],
  'audit head': ['audit head -c venue.yml'],
  'audit export': ['audit export -c venue.yml --from 2026-07-04T18:00:00Z'],
  'backup verify': ['backup verify /backup/before-the-upgrade'],
  venue: ['venue versions -c venue.yml', 'venue restore 12 -c venue.yml'],
  'venue versions': ['venue versions -c venue.yml'],
  'venue show': ['venue show 12 -c venue.yml'],
  'venue export': ['venue export 12 --out venue-12.yml -c venue.yml'],
  'venue restore': ['venue restore 12 -c venue.yml'],
  fleet: ['fleet list -c venue.yml', 'fleet push box-1 --file desired.yml -c venue.yml'],
  'fleet list': ['fleet list -c venue.yml --json'],
  'fleet show': ['fleet show box-1 -c venue.yml'],
  'fleet push': ['fleet push box-1 --file desired.yml --note "night rates" -c venue.yml'],
  'fleet diff': ['fleet diff box-1 --from 3 --to 5 -c venue.yml'],
  'fleet restore': ['fleet restore box-1 3 -c venue.yml'],
  'fleet key': ['fleet key -c venue.yml'],
  'fleet model': ['fleet model heads-2 --manifest models/manifest.json -c venue.yml'],
  'fleet rollout': ['fleet rollout heads-2 --canary box-1/foyer --next box-2/hall -c venue.yml'],
  'fleet rollouts': ['fleet rollouts -c venue.yml'],
  'fleet pause': ['fleet pause 2 -c venue.yml'],
  'fleet resume': ['fleet resume 2 -c venue.yml'],
  'fleet abort': ['fleet abort 2 -c venue.yml'],
  version: ['version --json'],
};

/** Adds to a command's help how it is typed. @param path its words, without the program's. */
export const withExamples = (command: Command, path: string): void => {
  const lines = EXAMPLES[path];
  if (lines === undefined) return;
  const text = lines.map((line) => `\n  throng-server ${line}`).join('');
  command.addHelpText('after', `\nExample${lines.length === 1 ? '' : 's'}:${text}`);
};
