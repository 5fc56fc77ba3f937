import { describe, expect, it } from 'vitest';
import { BOUNDARIES } from './boundary-rules.js';
import { findCycle } from './import-cycles.js';
import { readImportGraph } from './import-graph.js';

const graph = readImportGraph();

/** For each rule an import that breaks it, so that no rule can fall asleep. */
const BROKEN: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'crowd depends on nothing': ['packages/crowd/src/a.ts', 'packages/contract/src/index.ts'],
  'contract knows only crowd': ['packages/contract/src/a.ts', 'edge-agent/src/index.ts'],
  'simulation knows no app': ['packages/simulation/src/a.ts', 'control-server/src/index.ts'],
  'inference knows only crowd and contract': [
    'packages/inference/src/adapters/a.ts',
    'edge-agent/src/index.ts',
  ],
  'inference only where models run': [
    'control-server/src/main/a.ts',
    'packages/inference/src/index.ts',
  ],
  'inference touches the world in its adapters': [
    'packages/inference/src/onnx/a.ts',
    'onnxruntime-node',
  ],
  'host knows nothing of Throng': ['packages/host/src/a.ts', 'packages/contract/src/index.ts'],
  'host only in the programs that run on a machine of their own': [
    'dashboard/src/adapters/a.ts',
    'packages/host/src/index.ts',
  ],
  'host touches the world in its adapters': ['packages/host/src/clock/a.ts', 'node:fs'],
  'no app imports another': ['edge-agent/src/adapters/a.ts', 'control-server/src/index.ts'],
  'simulation only in the demo, in tests and in the backtest': [
    'dashboard/src/a.tsx',
    'packages/simulation/src/index.ts',
  ],
  'crowd and contract are pure': ['packages/contract/src/a.ts', 'node:fs'],
  'the simulation is pure but for its command line': ['packages/simulation/src/a.ts', 'node:fs'],
  'Node only at the edge of an app': ['edge-agent/src/stages/a.ts', 'node:fs'],
  'libraries of the outside world only at the edge of an app': [
    'control-server/src/store/a.ts',
    'ws',
  ],
  'pure code knows no adapter': ['edge-agent/src/stages/a.ts', 'edge-agent/src/adapters/b.ts'],
  'the calibration page knows only the agent’s messages': [
    'edge-agent/calibration-page/src/a.ts',
    'edge-agent/src/stages/calibrate.ts',
  ],
  'the state of the page is pure': ['dashboard/src/state/a.ts', 'react'],
};

describe('[U] boundaries', () => {
  it.each([
    'packages/crowd',
    'packages/contract',
    'packages/host',
    'packages/inference',
    'packages/simulation',
    'edge-agent',
    'control-server',
    'dashboard',
    'models',
    'demo',
  ])('the graph sees %s', (folder) => {
    expect(graph.files.some((file) => file.startsWith(`${folder}/src/`))).toBe(true);
  });

  it('each import leads somewhere', () => {
    expect(graph.lost).toEqual([]);
  });

  describe.each(BOUNDARIES)('$name, for $why', ({ name, forbids }) => {
    it('holds', () => {
      expect(graph.imports.filter(forbids).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    });

    it('would catch a break', () => {
      const [from, to] = BROKEN[name] ?? ['', ''];
      expect(forbids({ from, to })).toBe(true);
    });
  });

  it('no imports run in a circle, for in a circle no file can be read, tested or moved alone', () => {
    expect(findCycle(graph.imports)).toEqual([]);
    expect(
      findCycle([
        { from: 'a', to: 'b' },
        { from: 'b', to: 'a' },
      ]),
    ).toEqual(['a', 'b', 'a']);
  });
});
