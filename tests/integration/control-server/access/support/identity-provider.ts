import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export interface IdentityProvider {
  readonly issuer: string;
  close(): Promise<void>;
}

export const CLIENT = {
  id: 'throng',
  secret: 'a client secret of the tests, long enough',
} as const;

/** A real OpenID provider in this process; whoever logs in has the groups given for that name. */
export const startIdentityProvider = async (
  redirectUri: string,
  groupsOf: Readonly<Record<string, readonly string[]>>,
  host = '127.0.0.1',
): Promise<IdentityProvider> => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const issuer = `http://${host}:${port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub'], profile: ['preferred_username', 'groups'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, preferred_username: id, groups: [...(groupsOf[id] ?? [])] }),
    }),
    cookies: { keys: ['only for tests'] },
    ttl: { AccessToken: 600, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  });
  server.on('request', provider.callback());
  return {
    issuer,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
};

/** What somebody's browser does there: follows redirects, fills in forms; the address it is sent back to. */
export const logInThere = async (start: string, name: string, issuer: string): Promise<string> => {
  const cookies = new Map<string, string>();
  let [url, form]: [string, URLSearchParams | undefined] = [start, undefined];
  for (let step = 0; step < 12; step += 1) {
    if (!url.startsWith(issuer)) return url;
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, key = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(key, value);
    }
    const location = answer.headers.get('location');
    if (location !== null) {
      [url, form] = [new URL(location, url).href, undefined];
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(page.slice(0, 500));
    url = new URL(action, url).href;
    form = new URLSearchParams(
      prompt === 'login' ? { prompt, login: name, password: 'any' } : { prompt },
    );
  }
  throw new Error('the provider never sent the browser back');
};
