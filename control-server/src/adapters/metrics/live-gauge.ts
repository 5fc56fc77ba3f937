import { Gauge, type Registry } from 'prom-client';

/** Sets one value of a gauge. */
export type Say<Label extends string> = (
  labels: Readonly<Record<Label, string>>,
  value: number | null | undefined,
) => void;

/**
 * A gauge that is read when somebody asks for it: what is not known is not there, and what is gone
 * leaves nothing behind.
 */
export const liveGauge = <Label extends string = never>(
  registry: Registry,
  name: string,
  help: string,
  labelNames: readonly Label[],
  read: (say: Say<Label>) => void | Promise<void>,
): void => {
  new Gauge<Label>({
    name,
    help,
    labelNames: [...labelNames],
    registers: [registry],
    async collect() {
      this.reset();
      // Without labels, a reset leaves a zero, which would be a value.
      if (labelNames.length === 0) this.remove({});
      await read((labels, value) => {
        if (value !== null && value !== undefined) this.set(labels, value);
      });
    },
  });
};
