import type { Import } from './import-graph.js';

/** One rule of the house: which imports are forbidden, and why. */
export interface BoundaryRule {
  readonly name: string;
  readonly why: string;
  readonly forbids: (edge: Import) => boolean;
}

const APP = /^(edge-agent|control-server|dashboard|models|demo)\//;
const PRODUCT = /^(edge-agent|control-server|dashboard|models)\/src\//;
const BACKTEST = /^control-server\/src\/backtest\//;
const PROCESS = /^(edge-agent|control-server|models)\/src\//;
const HOST = /^packages\/host\//;
const HOST_ADAPTERS = /^packages\/host\/src\/adapters\//;
const INFERENCE = /^packages\/inference\//;
const INFERENCE_ADAPTERS = /^packages\/inference\/src\/adapters\//;

/** Libraries that open sockets, files, devices or child processes. */
const OUTSIDE_WORLD =
  /^(mqtt|aedes|ws|fastify|@fastify\/.*|better-sqlite3|pg|onnxruntime-node|@tensorflow\/.*|@tensorflow-models\/.*|fluent-ffmpeg|sharp|pino|prom-client|openid-client|cookie|@peculiar\/x509|reflect-metadata)$/;

/** What may touch the outside world: adapters, HTTP routes, the composition root, the command line. */
const EDGE_OF_AN_APP = /^[^/]+\/src\/(adapters|main|cli|http)(\/|\.ts$)/;

const app = (path: string): string | undefined => APP.exec(path)?.[1];

export const BOUNDARIES: readonly BoundaryRule[] = [
  {
    name: 'crowd depends on nothing',
    why: 'the crowd science must be usable, testable and citable without any of our processes',
    forbids: ({ from, to }) =>
      from.startsWith('packages/crowd/') && (APP.test(to) || /^packages\/(?!crowd\/)/.test(to)),
  },
  {
    name: 'contract knows only crowd',
    why: 'both sides of the wire depend on the contract; it must not depend on either',
    forbids: ({ from, to }) =>
      from.startsWith('packages/contract/') &&
      (APP.test(to) || /^packages\/(?!crowd\/|contract\/)/.test(to)),
  },
  {
    name: 'simulation knows no app',
    why: 'a simulator that knew the agent or the server could flatter them',
    forbids: ({ from, to }) => from.startsWith('packages/simulation/') && APP.test(to),
  },
  {
    name: 'inference knows only crowd and contract',
    why: 'models are judged with the very code that runs them, which must know neither of its users',
    forbids: ({ from, to }) =>
      INFERENCE.test(from) &&
      (APP.test(to) || /^packages\/(?!crowd\/|contract\/|inference\/)/.test(to)),
  },
  {
    name: 'inference only where models run',
    why: 'the server and its page see counts, never pictures; what cannot be imported cannot leak in',
    forbids: ({ from, to }) => /^(control-server|dashboard)\//.test(from) && INFERENCE.test(to),
  },
  {
    name: 'inference touches the world in its adapters',
    why: 'formats, decoding and drift are tested without a runtime, and the runtime can be exchanged',
    forbids: ({ from, to }) =>
      INFERENCE.test(from) &&
      !INFERENCE_ADAPTERS.test(from) &&
      (to.startsWith('node:') || OUTSIDE_WORLD.test(to) || INFERENCE_ADAPTERS.test(to)),
  },
  {
    name: 'host knows nothing of Throng',
    why: 'what a program needs of its machine is the same whatever the program measures',
    forbids: ({ from, to }) =>
      HOST.test(from) && (APP.test(to) || /^packages\/(?!host\/)/.test(to)),
  },
  {
    name: 'host only in the programs that run on a machine of their own',
    why: 'the page runs in a browser, and what is pure is given its time',
    forbids: ({ from, to }) =>
      !/^(edge-agent|control-server|packages\/host|tests)\//.test(from) && HOST.test(to),
  },
  {
    name: 'host touches the world in its adapters',
    why: 'what time it is must be judged in tests without setting the clock of a machine',
    forbids: ({ from, to }) =>
      HOST.test(from) &&
      !HOST_ADAPTERS.test(from) &&
      (to.startsWith('node:') || OUTSIDE_WORLD.test(to) || HOST_ADAPTERS.test(to)),
  },
  {
    name: 'no app imports another',
    why: 'apps run on different machines and meet only on the wire, in the contract',
    forbids: ({ from, to }) => APP.test(from) && APP.test(to) && app(from) !== app(to),
  },
  {
    name: 'simulation only in the demo, in tests and in the backtest',
    why: 'the product must never be able to show a simulated crowd as a real one; a backtest has no live channel to show it on',
    forbids: ({ from, to }) =>
      PRODUCT.test(from) && !BACKTEST.test(from) && to.startsWith('packages/simulation/'),
  },
  {
    name: 'crowd and contract are pure',
    why: 'what has no I/O is tested without mocks and runs in the browser too',
    forbids: ({ from, to }) =>
      /^packages\/(crowd|contract)\//.test(from) &&
      (to.startsWith('node:') || OUTSIDE_WORLD.test(to)),
  },
  {
    name: 'the simulation is pure but for its command line',
    why: 'a simulated evening must be the same on every machine',
    forbids: ({ from, to }) =>
      /^packages\/simulation\/src\/(?!adapters\/|cli\/)/.test(from) && to.startsWith('node:'),
  },
  {
    name: 'Node only at the edge of an app',
    why: 'a pure stage replays a recorded evening; one that reads a clock, a file or a socket cannot',
    forbids: ({ from, to }) =>
      PROCESS.test(from) && !EDGE_OF_AN_APP.test(from) && to.startsWith('node:'),
  },
  {
    name: 'libraries of the outside world only at the edge of an app',
    why: 'a broker, a store or a model runtime can then be exchanged behind its port',
    forbids: ({ from, to }) =>
      PROCESS.test(from) && !EDGE_OF_AN_APP.test(from) && OUTSIDE_WORLD.test(to),
  },
  {
    name: 'pure code knows no adapter',
    why: 'domain folders speak through ports; the composition root joins them to adapters',
    forbids: ({ from, to }) =>
      PROCESS.test(from) &&
      !EDGE_OF_AN_APP.test(from) &&
      !/\/src\/index\.ts$/.test(from) &&
      (INFERENCE_ADAPTERS.test(to) ||
        HOST_ADAPTERS.test(to) ||
        /^[^/]+\/src\/(adapters|main|cli)(\/|\.ts$)/.test(to)),
  },
  {
    name: 'the calibration page knows only the agent’s messages',
    why: 'it runs in a browser beside a picture of people: it draws, and all else is done and checked by the agent',
    forbids: ({ from, to }) =>
      /^edge-agent\/calibration-page\//.test(from) &&
      !/^edge-agent\/(calibration-page\/|src\/calibration\/(assessment|page-messages)\.ts$)/.test(
        to,
      ),
  },
  {
    name: 'the state of the page is pure',
    why: 'it is tested without a browser; views only draw it',
    forbids: ({ from, to }) =>
      /^dashboard\/src\/(state|texts)\//.test(from) &&
      (/^dashboard\/src\/(adapters|views|map)\//.test(to) ||
        /^(react|react-dom|ol|uplot)$/.test(to)),
  },
];
