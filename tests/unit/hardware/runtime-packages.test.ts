import { describe, expect, it } from 'vitest';
import { runtimePackages } from '../../../hardware/release/runtime-packages.mjs';

const lock = {
  packages: {
    app: { dependencies: { '@own/part': '1', mqtt: '5' }, devDependencies: { vitest: '4' } },
    'packages/part': {
      dependencies: { yaml: '2' },
      optionalDependencies: { 'bin-linux': '1', 'bin-mac': '1' },
    },
    'node_modules/@own/part': { link: true, resolved: 'packages/part' },
    'packages/part/node_modules/yaml': {},
    'node_modules/yaml': {},
    'node_modules/mqtt': { dependencies: { yaml: '2' } },
    'node_modules/bin-linux': {},
    'node_modules/bin-mac': {},
    'node_modules/vitest': {},
  },
};

describe('[U] packages of a release', () => {
  it('follow dependencies as Node does, and leave out tools and other platforms', () => {
    const found = runtimePackages(lock, ['app'], (path) => path !== 'node_modules/bin-mac');
    expect(found.own).toEqual(['app', 'packages/part']);
    expect(found.foreign).toEqual([
      'node_modules/bin-linux',
      'node_modules/mqtt',
      'node_modules/yaml',
      'packages/part/node_modules/yaml',
    ]);
  });

  it('are not packed where one is missing', () => {
    expect(() => runtimePackages(lock, ['app'], (path) => path !== 'node_modules/mqtt')).toThrow(
      /npm ci first: app needs mqtt/,
    );
  });
});
