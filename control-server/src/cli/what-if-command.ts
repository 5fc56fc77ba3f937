import { readFile } from 'node:fs/promises';
import { type Checked, faultLines, shapeOf, WhatIfAnswer, WhatIfRequest } from '@throng/contract';
import { Command } from 'commander';
import { Default } from 'typebox/value';
import { parseYaml } from '../adapters/settings/parse-yaml.js';
import { EXIT } from './exit-codes.js';
import { tellFaults } from './fault-list.js';
import { fileFailure } from './file-failure.js';
import { readConfig } from './read-config.js';
import { whatIfTable } from './what-if-table.js';

interface Options {
  readonly config: string;
  readonly plan: string;
  readonly url?: string;
  readonly json: boolean;
}

/** `throng-server what-if --config FILE --plan FILE [--url URL] [--json]` */
export const whatIfCommand = (): Command =>
  new Command('what-if')
    .description('ask a running server what would come of plans, from its counts of now')
    .requiredOption('-c, --config <file>', 'the venue file: where the server listens')
    .requiredOption('--plan <file>', 'YAML: plans with their actions')
    .option('--url <url>', 'the server, where it is not the one of the venue file')
    .option('--json', 'for programs', false)
    .addHelpText(
      'after',
      `\nExample:\n  throng-server what-if --config venue.yml --plan plan.yml\n${PLAN}`,
    )
    .action(async (options: Options) => {
      if (!(await ask(options))) process.exitCode = EXIT.broken;
    });

const PLAN = `
plan.yml:
  untilMinutes: 30
  plans:
    - { name: Gate at half, actions: [{ kind: slow, passage: gate-a, share: 0.5 }] }
    - { name: All out, actions: [{ kind: close, passage: door-3 }, { kind: evacuate }] }

A token from THRONG_TOKEN is sent where the server asks for one.`;

const ask = async ({ config, json, plan, url }: Options): Promise<boolean> => {
  const file = await readConfig(config);
  if (file === undefined) return false;
  const request = await readPlan(plan);
  if (request === undefined) return false;
  const { host, port } = file.server.listen;
  const server = url ?? `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
  const answer = await post(server, request);
  if (answer === undefined) return false;
  if (json) console.log(JSON.stringify(answer, null, 2));
  else for (const line of whatIfTable(answer)) console.log(line);
  return true;
};

const requestShape = shapeOf(WhatIfRequest);

const readPlan = async (path: string): Promise<WhatIfRequest | undefined> => {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    console.error(fileFailure(path, error));
    return undefined;
  }
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
const post = async (server: string, request: WhatIfRequest): Promise<WhatIfAnswer | undefined> => {
  const token = process.env.THRONG_TOKEN;
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(new URL('/api/v1/what-if', server), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(request),
    });
    body = await response.json();
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    console.error(`${server}: no server answers there (${why}); start it, or name it with --url`);
    return undefined;
  }
  const answer = answerShape(body);
  if (response.ok && answer.ok) return answer.value;
  console.error(`${server}: ${refusal(body) ?? `answers ${response.status}`}`);
  return undefined;
};

const refusal = (body: unknown): string | undefined => {
  const field = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  const message = field(field(body, 'error'), 'message');
  return typeof message === 'string' ? message : undefined;
};
