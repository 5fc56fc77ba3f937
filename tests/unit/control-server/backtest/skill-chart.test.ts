import { describe, expect, it } from 'vitest';
import { scoreEvenings } from '../../../../control-server/src/backtest/backtest.js';
import { skillChart } from '../../../../control-server/src/backtest/report/score-charts.js';
import { chartMarkup } from '../../../../control-server/src/charts/index.js';

const of = (skill: Readonly<Record<string, number>>) => {
  const result = { ...scoreEvenings('hall', [], 0), skill };
  return chartMarkup(skillChart(result, [result], 600));
};

describe('[U] skill drawn by horizon', () => {
  it('finds room for one venue alone, whatever its skill', () => {
    expect(of({ 60: 0.55, 120: 0.63, 300: 0.78, 600: 0.67, 900: 0.63 })).toContain('>0.8<');
    expect(of({ 60: 0.1, 120: 0.1, 300: 0.1, 600: 0.1, 900: -0.3 })).toMatch(/>[-−]0\.[24]</);
  });
});
