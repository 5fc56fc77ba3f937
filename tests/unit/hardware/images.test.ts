import { readFileSync } from 'node:fs';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const text = readFileSync(new URL('../../../hardware/images/Dockerfile', import.meta.url), 'utf8');

/** What a user may build, each from its FROM to the next. */
const stages = new Map(
  text
    .split(/^FROM /m)
    .slice(1)
    .map((stage) => [/ AS (\S+)/.exec(stage)?.[1] ?? '', stage]),
);

describe('[U] images', () => {
  it('the Dockerfile has no fault that its linter knows', () => {
    expect(validate(text)).toEqual([]);
  });

  it.each(['server', 'edge', 'edge-cuda'])(
    '%s runs as nobody in particular, and can be asked how it is',
    (name) => {
      const stage = stages.get(name) ?? '';
      expect(stage).toMatch(/^USER 10001$/m);
      expect(stage).toMatch(
        /HEALTHCHECK [^\n]*\n +CMD \["\/opt\/throng\/bin\/throng-(server|edge)", "healthcheck"/,
      );
      expect(stage).toContain('COPY --from=build');
      expect(stage).not.toMatch(/\b(ADD|curl|wget)\b/);
    },
  );

  it('every base is pinned by a version', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map((match) => match[1] ?? '');
    const foreign = bases.filter((base) => !stages.has(base));
    expect(foreign.length).toBeGreaterThan(0);
    expect(foreign.filter((base) => !/:\d+\.\d+\.\d+/.test(base))).toEqual([]);
  });

  it('no agent reports its use of onnxruntime to anybody', () => {
    for (const name of ['edge', 'edge-cuda'])
      expect(stages.get(name)).toContain('ORT_DISABLE_TELEMETRY=1');
  });
});
