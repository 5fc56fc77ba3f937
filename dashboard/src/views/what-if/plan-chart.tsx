import type { WhatIfAnswer } from '@throng/contract';
import { useEffect, useRef } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { type ColourScheme, mapPalettes } from '../../map/palette.js';
import { pageTexts } from '../../texts/pages.js';
import { PLAN_COLOURS, planMark } from './plan-mark.js';

const HEIGHT = 160;

/** A zone's density over the minutes to come, a line per plan. */
export const PlanChart = ({
  answer,
  scheme,
  zone,
}: {
  readonly answer: WhatIfAnswer;
  readonly scheme: ColourScheme;
  readonly zone: string;
}) => {
  const target = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const lines = linesOf(answer, zone);
    const minutes = (lines[0] ?? []).map((_, index) => (index * answer.seriesSeconds) / 60);
    const made = new uPlot(optionsFor(element, scheme, lines.length), [minutes, ...lines], element);
    const resized = new ResizeObserver(() =>
      made.setSize({ width: element.clientWidth, height: HEIGHT }),
    );
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
    };
  }, [answer, scheme, zone]);
  return <div ref={target} className="chart" role="img" aria-label={summary(answer, zone)} />;
};

const linesOf = ({ plans }: WhatIfAnswer, zone: string): number[][] =>
  plans.map(({ series }) => series.find((each) => each.zone === zone)?.densities ?? []);

const summary = (answer: WhatIfAnswer, zone: string): string => {
  const words = pageTexts('whatIf');
  return linesOf(answer, zone)
    .map((line, index) =>
      words.chartSummary(
        answer.plans[index]?.name ?? words.doNothing,
        line.at(0) ?? 0,
        line.at(-1) ?? 0,
        Math.max(0, ...line),
      ),
    )
    .join('; ');
};

const optionsFor = (element: HTMLElement, scheme: ColourScheme, lines: number): uPlot.Options => {
  const palette = mapPalettes[scheme];
  const style = getComputedStyle(element);
  const axis = {
    stroke: palette.labelDim,
    font: '11px system-ui, sans-serif',
    grid: { stroke: palette.plateEdge, width: 0.5 },
    ticks: { show: false },
  };
  return {
    width: element.clientWidth,
    height: HEIGHT,
    legend: { show: false },
    cursor: { show: false },
    padding: [6, 12, 0, 0],
    scales: { x: { time: false }, y: { range: (_, __, most) => [0, Math.max(1, most * 1.1)] } },
    axes: [
      { ...axis, size: 22, values: (_, minutes) => minutes.map((each) => `+${each}`) },
      { ...axis, size: 30 },
    ],
    series: [
      {},
      ...Array.from({ length: lines }, (_, index) => ({
        stroke: colourOf(style, PLAN_COLOURS[index] ?? '--text', element),
        width: 2,
        dash: planMark(index),
        points: { show: false },
      })),
    ],
  };
};

/** A token's colour as the canvas can read it: `light-dark()` is resolved on an element. */
const colourOf = (style: CSSStyleDeclaration, token: string, element: HTMLElement): string => {
  const before = element.style.color;
  element.style.color = `var(${token})`;
  const colour = style.color;
  element.style.color = before;
  return colour;
};
