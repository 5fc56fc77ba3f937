import { createHmac } from 'node:crypto';

/**
 * The `throng-signature` header of a webhook: `t=<seconds>,v1=<hex>`, where v1 is the HMAC-SHA256 of
 * `<seconds>.<body>`. A receiver refuses what is older than five minutes, and what it has seen
 * (`throng-delivery`), and so cannot be told the same twice by somebody who listened.
 *
 * @param now epoch ms.
 */
export const webhookSignature = (secret: string, body: string, now: number): string => {
  const seconds = Math.floor(now / 1_000);
  const hash = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return `t=${seconds},v1=${hash}`;
};
