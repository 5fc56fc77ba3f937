import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { beforeAll, describe, expect, it } from 'vitest';
import { BOUNDARIES } from './boundary-rules.js';

const SOURCES = [
  'packages',
  'edge-agent/src',
  'control-server/src',
  'dashboard/src',
  'models/src',
  'demo/src',
];

/** `@throng/x` as other folders write it, back to the folder that holds it. */
const workspaces = {
  '@throng/crowd': 'packages/crowd/src/index.ts',
  '@throng/contract': 'packages/contract/src/index.ts',
  '@throng/simulation': 'packages/simulation/src/index.ts',
  '@throng/edge-agent': 'edge-agent/src/index.ts',
  '@throng/control-server': 'control-server/src/index.ts',
};

const examine = async (): Promise<ICruiseResult> => {
  const { output } = await cruise(
    SOURCES,
    {
      parser: 'swc',
      validate: true,
      ruleSet: { forbidden: BOUNDARIES },
      exclude: { path: '^(?!node_modules).*/(dist|generated)/|\\.(css|svg|png)$' },
      doNotFollow: { path: 'node_modules' },
    },
    {
      alias: Object.fromEntries(
        Object.entries(workspaces).map(([name, file]) => [name, `${process.cwd()}/${file}`]),
      ),
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  );
  if (typeof output === 'string') throw new Error('expected the graph, not a report');
  return output;
};

describe('[U] boundaries', () => {
  let result: ICruiseResult;
  beforeAll(async () => {
    result = await examine();
  }, 60_000);

  it('sees the whole house', () => {
    const seen = new Set(result.modules.map((module) => module.source.split('/src/')[0]));
    for (const file of Object.values(workspaces)) expect(seen).toContain(file.split('/src/')[0]);
  });

  it('resolves each import', () => {
    const lost = result.modules.flatMap((module) =>
      module.dependencies
        .filter((dependency) => dependency.couldNotResolve)
        .map((dependency) => `${module.source} → ${dependency.module}`),
    );
    expect(lost).toEqual([]);
  });

  it.each(BOUNDARIES.map((rule) => [rule.name ?? '', rule.comment ?? '']))('%s: %s', (name) => {
    const broken = result.summary.violations
      .filter((violation) => violation.rule.name === name)
      .map((violation) => `${violation.from} → ${violation.to}`);
    expect(broken).toEqual([]);
  });
});
