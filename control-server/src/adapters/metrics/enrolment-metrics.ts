import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '../../clock.js';
import { certificateFault } from '../../enrolment/agent-certificate.js';
import type { EnrolmentStore } from '../../enrolment/enrolment-store.js';

/** Tells of each enrolled edge until when it may speak; one that is revoked or has ended is not among them. */
export const createEnrolmentMetrics = (
  registry: Registry,
  store: Pick<EnrolmentStore, 'certificates'>,
  clock: Clock,
): void => {
  new Gauge({
    name: 'throng_box_certificate_end_timestamp_seconds',
    help: 'When the newest good certificate of an enrolled box ends, as Unix time.',
    labelNames: ['edge'],
    registers: [registry],
    collect() {
      this.reset();
      const read = store.certificates();
      const now = clock.now();
      const good = read.ok ? read.value : [];
      for (const certificate of good.toReversed()) {
        if (certificateFault(certificate, now) !== undefined) continue;
        this.set({ edge: certificate.edge }, certificate.endsAt / 1_000);
      }
    },
  });
};
