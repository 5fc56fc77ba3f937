import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifyInstance } from 'fastify';

/**
 * Makes the writer of an answer when it is first given. Fastify makes all of them at the start, which
 * takes longer than everything else that a server does until it listens. What a schema does not name
 * is left out of an answer, as ever.
 */
export const serializeLazily = (app: FastifyInstance): void => {
  const compile = SerializerSelector()({}, {});
  app.setSerializerCompiler(({ httpStatus = 'default', ...route }) => {
    let write: ((value: unknown) => string) | undefined;
    return (value: unknown) => {
      write ??= compile({ ...route, httpStatus });
      return write(value);
    };
  });
};
