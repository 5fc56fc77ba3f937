import type { AgentCertificate } from '../../enrolment/agent-certificate.js';
import type { EnrolmentStore, NewCertificate } from '../../enrolment/enrolment-store.js';
import type { OneTimeCode } from '../../enrolment/one-time-code.js';
import { openDatabase } from '../store/open-database.js';
import { attempt } from '../store/store-fault.js';

const CODE = `hash, edge, made_by AS madeBy, made_at AS madeAt, expires_at AS expiresAt, used_at AS usedAt`;
const CERTIFICATE = `serial, edge, fingerprint, issued_at AS issuedAt, ends_at AS endsAt,
  issued_by AS issuedBy, seen_at AS seenAt, revoked_at AS revokedAt, reason`;

/**
 * Opens codes and certificates in the store's file, over a connection of its own.
 *
 * @throws when the file cannot be opened.
 */
export const openEnrolmentStore = (file: string): EnrolmentStore => {
  const database = openDatabase(file);
  const insertCode = database.prepare(
    'INSERT INTO enrolment_code VALUES (@hash, @edge, @madeBy, @madeAt, @expiresAt, @usedAt)',
  );
  const findCode = database.prepare<[string], OneTimeCode>(
    `SELECT ${CODE} FROM enrolment_code WHERE hash = ?`,
  );
  const useCode = database.prepare<{ hash: string; at: number }>(
    'UPDATE enrolment_code SET used_at = @at WHERE hash = @hash AND used_at IS NULL AND expires_at > @at',
  );
  const endCodes = database.prepare<{ edge: string; at: number }>(
    'UPDATE enrolment_code SET expires_at = @at WHERE edge = @edge AND used_at IS NULL AND expires_at > @at',
  );
  const insert = database.prepare(
    `INSERT INTO agent_certificate VALUES
     (@serial, @edge, @fingerprint, @issuedAt, @endsAt, @issuedBy, NULL, NULL, NULL)`,
  );
  const find = database.prepare<[string], AgentCertificate>(
    `SELECT ${CERTIFICATE} FROM agent_certificate WHERE fingerprint = ?`,
  );
  const all = database.prepare<[], AgentCertificate>(
    `SELECT ${CERTIFICATE} FROM agent_certificate ORDER BY edge, issued_at DESC, serial`,
  );
  const supersede = database.prepare<{ edge: string; at: number }>(
    `UPDATE agent_certificate SET revoked_at = @at, reason = 'enrolled anew'
     WHERE edge = @edge AND revoked_at IS NULL`,
  );
  const revokeOne = database.prepare<{ serial: string; at: number; reason: string }>(
    `UPDATE agent_certificate SET revoked_at = @at, reason = @reason
     WHERE serial = @serial AND revoked_at IS NULL`,
  );
  const touch = database.prepare<[number, string]>(
    'UPDATE agent_certificate SET seen_at = ? WHERE serial = ?',
  );
  const forget = database.prepare<[number]>('DELETE FROM enrolment_code WHERE expires_at < ?');

  const enrol = database.transaction((hash: string, certificate: NewCertificate): boolean => {
    const { edge, issuedAt: at } = certificate;
    if (useCode.run({ hash, at }).changes === 0) return false;
    supersede.run({ edge, at });
    insert.run(certificate);
    return true;
  });
  const revoke = database.transaction((serials: readonly string[], at: number, reason: string) =>
    serials.reduce((count, serial) => count + revokeOne.run({ serial, at, reason }).changes, 0),
  );

  return {
    addCode: (code) => attempt(database, () => void insertCode.run(code)),
    code: (hash) => attempt(database, () => findCode.get(hash)),
    enrol: (hash, certificate) => attempt(database, () => enrol.immediate(hash, certificate)),
    addCertificate: (certificate) => attempt(database, () => void insert.run(certificate)),
    certificate: (fingerprint) => attempt(database, () => find.get(fingerprint)),
    certificates: () => attempt(database, () => all.all()),
    endCodes: (edge, at) => attempt(database, () => endCodes.run({ edge, at }).changes),
    revoke: ({ serials, at, reason }) =>
      attempt(database, () => revoke.immediate(serials, at, reason)),
    seen: (serial, at) => attempt(database, () => void touch.run(at, serial)),
    sweep: (at) => attempt(database, () => void forget.run(at)),
    close: () => void database.close(),
  };
};
