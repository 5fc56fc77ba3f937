import { readFile } from 'node:fs/promises';
import { type Checked, faultLines, shapeOf, WhatIfAnswer, WhatIfRequest } from '@throng/contract';
import { Command } from 'commander';
import { Default } from 'typebox/value';
import { type JsonAnswer, postJson } from '../adapters/client/post-json.js';
import type { LoadedVenueFile } from '../adapters/settings/load-venue-file.js';
import { parseYaml } from '../adapters/settings/parse-yaml.js';
import { EXIT } from './exit-codes.js';
import { tellFaults } from './fault-list.js';
import { fileFailure } from './file-failure.js';
import { readConfig } from './read-config.js';
import { whatIfTable } from './what-if-table.js';

interface Options {
  readonly config?: string;
  readonly plan: string;
  readonly url?: string;
  readonly ca?: string;
  readonly json: boolean;
}

/** `throng-server what-if --config FILE --plan FILE [--url URL] [--ca FILE] [--json]` */
export const whatIfCommand = (): Command =>
  new Command('what-if')
    .description('ask a running server what would come of plans, from its counts of now')
    .option('-c, --config <file>', 'the venue file: where the server listens')
    .requiredOption('--plan <file>', 'YAML: plans with their actions')
    .option('--url <url>', 'the server, where it is not the one of the venue file')
    .option('--ca <file>', 'authorities to trust for https, PEM, in place of the system’s')
    .option('--json', 'for programs', false)
    .addHelpText(
      'after',
      `\nExample:\n  throng-server what-if --config venue.yml --plan plan.yml\n  throng-server what-if --url http://10.0.0.5:8080 --plan plan.yml --json\n${PLAN}`,
    )
    .action(async (options: Options, command: Command) => {
      if (options.config === undefined && options.url === undefined) {
        command.error('error: name the server: --config with its venue file, or --url');
      }
      if (!(await ask(options))) process.exitCode = EXIT.broken;
    });

const PLAN = `
plan.yml:
  untilMinutes: 30
  plans:
    - { name: Gate at half, actions: [{ kind: slow, passage: gate-a, share: 0.5 }] }
    - { name: All out, actions: [{ kind: close, passage: door-3 }, { kind: evacuate }] }

A token from THRONG_TOKEN is sent where the server asks for one.`;

const ask = async ({ ca, config, json, plan, url }: Options): Promise<boolean> => {
  const file = config === undefined ? undefined : await readConfig(config);
  if (config !== undefined && file === undefined) return false;
  const request = await readPlan(plan);
  if (request === undefined) return false;
  const trusted = ca === undefined ? undefined : await readText(ca);
  if (ca !== undefined && trusted === undefined) return false;
  const server = url ?? (file === undefined ? '' : addressOf(file));
  const answer = await post(server, request, trusted);
  if (answer === undefined) return false;
  if (json) console.log(JSON.stringify(answer, null, 2));
  else for (const line of whatIfTable(answer)) console.log(line);
  return true;
};

/** Where the server of a venue file is reached from its own machine. */
const addressOf = ({ server: { listen } }: LoadedVenueFile): string => {
  const { host, port, tls } = listen;
  const scheme = tls === undefined ? 'http' : 'https';
  return `${scheme}://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
};

/** The text of a file; undefined once it has been told why there is none. */
const readText = async (path: string): Promise<string | undefined> => {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    console.error(fileFailure(path, error));
    return undefined;
  }
};

const requestShape = shapeOf(WhatIfRequest);

const readPlan = async (path: string): Promise<WhatIfRequest | undefined> => {
  const text = await readText(path);
  if (text === undefined) return undefined;
  const yaml = parseYaml(text);
  const checked: Checked<WhatIfRequest> | undefined =
    yaml.faults.length === 0
      ? requestShape(Default(WhatIfRequest, structuredClone(yaml.value)))
      : undefined;
  if (checked?.ok) return checked.value;
  tellFaults(path, checked === undefined ? yaml.faults : faultLines(checked.faults, yaml.value));
  return undefined;
};

const answerShape = shapeOf(WhatIfAnswer);

/** What the server answers; undefined once it has been told why there is nothing. */
const post = async (
  server: string,
  request: WhatIfRequest,
  ca: string | undefined,
): Promise<WhatIfAnswer | undefined> => {
  let answered: JsonAnswer;
  try {
    const url = new URL('/api/v1/what-if', server);
    answered = await postJson({ url, body: request, token: process.env.THRONG_TOKEN, ca });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(`${server}: no server answers there (${why}); start it, or name it with --url`);
    return undefined;
  }
  const { body, status } = answered;
  const answer = answerShape(body);
  if (status === 200 && answer.ok) return answer.value;
  console.error(`${server}: ${refusal(body) ?? `answers ${status}`}`);
  return undefined;
};

const refusal = (body: unknown): string | undefined => {
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const message = field(field(body, 'error'), 'message');
  return typeof message === 'string' ? message : undefined;
};
