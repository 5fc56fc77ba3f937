import { parser } from '@prometheus-io/lezer-promql';

/** A metric that an expression asks for, and the labels that it is asked by. */
export interface AskedMetric {
  readonly name: string;
  readonly labels: readonly string[];
}

/** What a PromQL expression names. @throws where it is no PromQL. */
export const askedMetrics = (expression: string): AskedMetric[] => {
  const asked: { name: string; labels: string[] }[] = [];
  const grouping: string[] = [];
  let inSelector = false;
  parser.parse(expression).iterate({
    enter: ({ from, name, to, type }) => {
      const text = expression.slice(from, to);
      if (type.isError) throw new Error(`no PromQL at ${from}: ${expression}`);
      if (name === 'VectorSelector') inSelector = true;
      if (name === 'Identifier') asked.push({ name: text, labels: [] });
      if (name === 'LabelName') (inSelector ? asked.at(-1)?.labels : grouping)?.push(text);
    },
    leave: ({ name }) => {
      if (name === 'VectorSelector') inSelector = false;
    },
  });
  return asked.map(({ labels, name }) => ({ name, labels: [...labels, ...grouping] }));
};
