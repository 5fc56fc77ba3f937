import { parentPort } from 'node:worker_threads';

/**
 * The far side of `worker-connection.ts`: answers each request of the thread that started this
 * one, and says why where it cannot.
 *
 * @template {{ ticket: number }} Request
 * @param {(request: Request) => Promise<object>} reply
 */
export const answerRequests = (reply) => {
  const port = parentPort;
  if (port === null) throw new Error('This file runs as a worker thread only.');
  /** @param {Request} request */
  const answer = async (request) => {
    try {
      port.postMessage(await reply(request));
    } catch (cause) {
      const message = cause instanceof Error ? cause.message : String(cause);
      port.postMessage({ kind: 'failed', ticket: request.ticket, message });
    }
  };
  port.on('message', answer);
};
