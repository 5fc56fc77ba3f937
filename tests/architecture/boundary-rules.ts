import type { IRegularForbiddenRuleType } from 'dependency-cruiser';

/** One rule of the house: who must not import whom, and why. */
const rule = (
  name: string,
  why: string,
  from: IRegularForbiddenRuleType['from'],
  to: IRegularForbiddenRuleType['to'],
): IRegularForbiddenRuleType => ({ name, severity: 'error', comment: why, from, to });

const APPS = '^(edge-agent|control-server|dashboard|models|demo)/';
const OUTSIDE_WORLD =
  '(^|node_modules/)(mqtt|aedes|ws|fastify|@fastify/[^/]+|better-sqlite3|onnxruntime-node|fluent-ffmpeg|sharp|pino|prom-client|@napi-rs/canvas)(/|$)';

/** Folders and files that may touch the outside world: adapters, the composition root and the command line. */
const EDGE_OF_AN_APP = '^[^/]+/src/(adapters|main|cli|http)(/|\\.ts$)';

export const BOUNDARIES: IRegularForbiddenRuleType[] = [
  rule(
    'crowd-depends-on-nothing',
    'The crowd science must be usable, testable and citable without any of our processes.',
    { path: '^packages/crowd/src' },
    { path: `^packages/(contract|simulation)/|${APPS}` },
  ),
  rule(
    'contract-knows-only-crowd',
    'Both sides of the wire depend on the contract; it must not depend on either.',
    { path: '^packages/contract/src' },
    { path: `^packages/simulation/|${APPS}` },
  ),
  rule(
    'simulation-knows-no-app',
    'A simulator that knew the agent or the server could flatter them.',
    { path: '^packages/simulation/src' },
    { path: APPS },
  ),
  rule(
    'no-app-imports-another',
    'Apps run on different machines and meet only on the wire, in the contract.',
    { path: '^(edge-agent|control-server|dashboard|models|demo)/src' },
    { path: APPS, pathNot: '^$1/' },
  ),
  rule(
    'simulation-only-in-demo-and-tests',
    'The product must never be able to show a simulated crowd as a real one.',
    { path: '^(edge-agent|control-server|dashboard|models)/src' },
    { path: '^packages/simulation/' },
  ),
  rule(
    'packages-are-pure',
    'What has no I/O can be tested without mocks and runs in the browser too.',
    { path: '^packages/(crowd|contract)/src' },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'node-only-in-adapters',
    'A pure stage replays a recorded evening; one that reads a clock, a file or a socket cannot.',
    {
      path: '^(edge-agent|control-server|packages/simulation)/src',
      pathNot: `${EDGE_OF_AN_APP}|^packages/simulation/src/(adapters|cli)/`,
    },
    { dependencyTypes: ['core'] },
  ),
  rule(
    'libraries-of-the-outside-world-only-in-adapters',
    'A broker, a store or a model runtime can then be exchanged behind its port.',
    { path: '^(edge-agent|control-server)/src', pathNot: EDGE_OF_AN_APP },
    { path: OUTSIDE_WORLD },
  ),
  rule(
    'pure-code-knows-no-adapter',
    'Domain folders speak through ports; the composition root joins them to adapters.',
    {
      path: '^(edge-agent|control-server)/src',
      pathNot: `${EDGE_OF_AN_APP}|^[^/]+/src/index\\.ts$`,
    },
    { path: '^(edge-agent|control-server)/src/(adapters|main|cli)(/|\\.ts$)' },
  ),
  rule(
    'dashboard-state-is-pure',
    'The state of the page is tested without a browser; views only draw it.',
    { path: '^dashboard/src/(state|texts)/' },
    {
      path: '^dashboard/src/(adapters|views|map)/|(^|node_modules/)(react|react-dom|ol|uplot)(/|$)',
    },
  ),
  rule(
    'no-cycles',
    'In a cycle no file can be read, tested or moved alone.',
    { path: '/src/' },
    { circular: true },
  ),
];
