import { parentPort, workerData } from 'node:worker_threads';
import { makeReport } from './make-report.js';
import type { ReportTask } from './report-task.js';

/** The thread of one report: it is given its task, says what came of it, and ends. */
const task: ReportTask = workerData;
parentPort?.postMessage(await makeReport(task));
