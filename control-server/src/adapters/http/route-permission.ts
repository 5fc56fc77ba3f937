import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import type { Permission } from '../../access/permissions.js';
import type { Principal } from '../../access/principal.js';

/** What a route asks of whoever calls it; `public` asks nothing. */
export type RoutePermission = Permission | 'public' | 'logged-in';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call this route: every route says so, or the server does not start. */
    permission?: RoutePermission;
  }
  interface FastifyRequest {
    /** Whoever asks; null before the guard, and on public routes for strangers. */
    principal: Principal | null;
  }
}

/** Refuses to register a route that does not say who may call it. */
export const requirePermissions = (app: FastifyInstance): void => {
  app.addHook('onRoute', ({ method, url, config }: RouteOptions) => {
    if (config?.permission !== undefined) return;
    throw new Error(
      `${[method].flat().join(', ')} ${url} says nothing of who may call it: give it config: { permission: … }`,
    );
  });
};

/**
 * Whoever calls a route that is not public.
 *
 * @throws Error on a public route called by a stranger: that is a bug of the route.
 */
export const principalOf = ({ principal, url }: FastifyRequest): Principal => {
  if (principal === null) throw new Error(`${url} asks who calls, but is public`);
  return principal;
};
