import { readdirSync, readFileSync } from 'node:fs';
import { cpuSeconds } from '../shared/cpu-time.js';

/** Seconds on a core so far, of the threads of a browser by what they do. */
export interface BrowserSeconds {
  /** The pages' own threads: script, style, layout, and what is drawn on a canvas without a GPU. */
  readonly page: number;
  /** The pages' other threads: raster of what is not a canvas, compositing, collecting garbage. */
  readonly beside: number;
  /** The process that puts the frames together, which is the GPU's where there is one. */
  readonly screen: number;
  /** All of the browser, these three included. */
  readonly all: number;
}

/** From the kernel's own account: time that other programs took of the cores does not count. */
export const browserSeconds = (pid: number): BrowserSeconds => {
  const processes = familyOf(pid).map((member) => ({ pid: member, kind: kindOf(member) }));
  const pages = processes.filter(({ kind }) => kind === 'renderer');
  const threads = pages.flatMap((page) =>
    list(`/proc/${page.pid}/task`).map((thread) => ({
      isMain: thread === page.pid,
      seconds: secondsOf(page.pid, thread),
    })),
  );
  const sum = (wanted: boolean) =>
    threads.reduce((total, { isMain, seconds }) => total + (isMain === wanted ? seconds : 0), 0);
  const screen = processes
    .filter(({ kind }) => kind === 'gpu-process')
    .reduce((total, { pid: member }) => total + cpuSeconds(Number(member)), 0);
  return { page: sum(true), beside: sum(false), screen, all: cpuSeconds(pid) };
};

const familyOf = (pid: number): string[] => {
  const children = list(`/proc/${pid}/task`).flatMap((thread) =>
    read(`/proc/${pid}/task/${thread}/children`).split(' ').filter(Boolean),
  );
  return [`${pid}`, ...children.flatMap((child) => familyOf(Number(child)))];
};

const kindOf = (pid: string): string | undefined =>
  /--type=([\w-]+)/.exec(read(`/proc/${pid}/cmdline`))?.[1];

const secondsOf = (pid: string, thread: string): number =>
  Number(read(`/proc/${pid}/task/${thread}/schedstat`).split(' ')[0] || 0) / 1e9;

const list = (path: string): string[] => {
  try {
    return readdirSync(path);
  } catch {
    return []; // it has just ended
  }
};

const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};
