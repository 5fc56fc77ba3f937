import { describe, expect, it } from 'vitest';
import { readReport } from '../../../demo/src/simulated-venue/camera-report.js';

describe('what the simulated cameras say', () => {
  it('[U] is read line by line', () => {
    expect(readReport('{"kind":"ready","port":4100}')).toEqual({ kind: 'ready', port: 4100 });
    const truth = { kind: 'truth', time: 12, onCamera: 40, zones: { floor: 31 } };
    expect(readReport(JSON.stringify(truth))).toEqual(truth);
  });

  it('[U] a warning of Node or half a line is no report', () => {
    for (const line of ['(node:12) Warning: …', '{"kind":"tru', '[]', 'null', '{"kind":"truth"}']) {
      expect(readReport(line)).toBeUndefined();
    }
  });
});
