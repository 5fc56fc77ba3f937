import { SMTPServer } from 'smtp-server';
import { eventually } from '../../../../support/eventually.js';

/** A real SMTP server that takes mail from whoever knows the password. */
export interface MailServer {
  readonly port: number;
  readonly mails: readonly string[];
  until(count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

export const startMailServer = async (user: string, password: string): Promise<MailServer> => {
  const mails: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onAuth: (given, _, answer) =>
      given.username === user && given.password === password
        ? answer(null, { user })
        : answer(new Error('wrong password')),
    onData: (stream, _, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        mails.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    mails,
    until: (count) =>
      eventually(`${count} mails`, async () => (mails.length >= count ? mails : undefined)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
