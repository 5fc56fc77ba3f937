/** By the code of what went wrong, the server's among them; what mends it. */
const REMEDIES: Readonly<Record<string, string>> = {
  'code-length': 'copy the code whole, as the server showed it',
  'code-letter': 'copy the code whole, as the server showed it',
  'code-checksum': 'copy the code whole, as the server showed it',
  'code-unknown': 'make a code on that server: throng-server enroll EDGE --config venue.yml',
  'code-used': 'if it was not you, revoke the edge on the server at once; then make another code',
  'code-expired': 'make another code: throng-server enroll EDGE --config venue.yml',
  'code-for-another': 'set `edge` in the settings to it, or make a code for this box',
  'wrong-server':
    'check the address; a code of another server, or from before its authority was made anew, is no good',
  'already-enrolled': 'nothing to do; to enrol it anew, with a new code, add --again',
  unwritable: 'let this user write the folder of `state`, or name another with --state',
  unreachable:
    'check the address, and that the server listens beyond its own machine (listen.host)',
  'not-tls': 'give the address as https://…; the server needs listen.tls',
  clock: 'set this box’s clock and keep it set with NTP, then try again with the same code',
  'server-name': 'use a name that the server’s certificate holds, or issue it anew with that name',
  'server-certificate':
    'have the server’s certificate renewed: throng-server authority issue server …',
  'no-enrolment': 'set server.enrolment in the server’s venue file',
  'too-many-requests': 'wait a minute',
  'certificate-revoked':
    'this box may not speak any more; to let it, enrol it with a new code and --again',
  'certificate-ended': 'enrol the box with a new code and --again',
  'certificate-unknown': 'enrol the box with a new code and --again',
  'unusable-identity': 'enrol the box with a new code and --again',
  'not-enrolled': 'throng-edge enroll https://SERVER --code CODE',
};

/** What to do about why a box could not be enrolled or renewed. */
export const enrolmentRemedy = (code: string): string =>
  REMEDIES[code] ?? 'look into the server’s log';
