import { spawn } from 'node:child_process';
import { fail, ok, type Result } from '@throng/contract';
import type { AlarmChannel, AlarmNotice } from '../../local-alarm/alarm-notice.js';

/** Milliseconds after which the program is ended. */
const PATIENCE = 30_000;
const LAST_WORDS = 500;

/** The facts as a program reads them from its environment: `THRONG_ALARM_ZONE` and the like. */
const environmentOf = (notice: AlarmNotice): Record<string, string> =>
  Object.fromEntries(
    Object.entries(notice).map(([fact, value]) => [
      `THRONG_ALARM_${fact.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`,
      String(value),
    ]),
  );

/** Of our own environment the program gets no more than this: secrets may stand in the rest. */
const inherited = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'LANG', 'TZ'].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Runs a program for each notice, without a shell; the facts on stdin as JSON and in its environment. */
export const commandChannel = (command: readonly string[]): AlarmChannel => ({
  name: 'command',
  notify: (notice) =>
    new Promise<Result<void>>((resolve) => {
      const [program = '', ...args] = command;
      const child = spawn(program, args, {
        env: { ...inherited(), ...environmentOf(notice) },
        stdio: ['pipe', 'ignore', 'pipe'],
        shell: false,
        timeout: PATIENCE,
        killSignal: 'SIGKILL',
      });
      let said = '';
      child.stderr.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-LAST_WORDS);
      });
      child.stdin.on('error', () => {}); // a program need not read its stdin
      child.stdin.end(JSON.stringify(notice));
      child.on('error', (error) => resolve(fail('command', `${program}: ${error.message}`)));
      child.on('close', (code, signal) => {
        if (code === 0) return resolve(ok(undefined));
        const why = signal === null ? `ended with ${code}` : `was ended by ${signal}`;
        resolve(fail('command', `${program} ${why} ${said.trim()}`.trim()));
      });
    }),
});
