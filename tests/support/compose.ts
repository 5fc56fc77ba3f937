import { readFileSync } from 'node:fs';
import Type from 'typebox';
import { Value } from 'typebox/value';
import { parse } from 'yaml';

/** Of a service what our tests ask about; the whole file is held against the schema of compose. */
const Service = Type.Object({
  image: Type.String(),
  profiles: Type.Array(Type.String()),
  user: Type.Optional(Type.String()),
  read_only: Type.Boolean(),
  cap_drop: Type.Array(Type.String()),
  security_opt: Type.Array(Type.String()),
  ulimits: Type.Object({ core: Type.Integer() }),
  mem_limit: Type.String(),
  environment: Type.Optional(Type.Record(Type.String(), Type.String())),
  volumes: Type.Optional(Type.Array(Type.String())),
  secrets: Type.Optional(Type.Array(Type.String())),
  ports: Type.Optional(Type.Array(Type.String())),
  healthcheck: Type.Optional(Type.Object({ test: Type.Array(Type.String()) })),
  build: Type.Optional(Type.Object({ target: Type.String() })),
});
export type ComposeService = Type.Static<typeof Service>;

const File = Type.Object({
  services: Type.Record(Type.String(), Service),
  secrets: Type.Record(Type.String(), Type.Object({ file: Type.String() })),
});

export const COMPOSE_FOLDER = new URL('../../hardware/compose/', import.meta.url);

/** A compose file as YAML gives it, anchors resolved. Its name is younger than the schema at hand. */
export const composeYaml = (file: string): unknown => {
  const text = readFileSync(new URL(file, COMPOSE_FOLDER), 'utf8');
  return parse(text.replace(/^name: throng$/m, ''), { merge: true });
};

export const composeFile = (name: string) => Value.Parse(File, composeYaml(name));
