const REMEDIES: readonly (readonly [sign: RegExp, remedy: string])[] = [
  [
    /CERT_HAS_EXPIRED|certificate has expired/i,
    'renew the broker’s certificate; if it is young, set this box’s clock',
  ],
  [/CERT_NOT_YET_VALID|not yet valid/i, 'set this box’s clock and keep it set with NTP'],
  [
    /ALTNAME|does not match certificate/i,
    'connect to a name that the broker’s certificate holds, or set broker.serverName to it',
  ],
  [
    /CERTIFICATE_REQUIRED|certificate required|peer did not return a certificate/i,
    'the broker wants a certificate of this box: set broker.certFile and broker.keyFile',
  ],
  [
    /alert certificate revoked|CERTIFICATE_REVOKED/i,
    'this box may not speak any more; to let it, enrol it with a new code: throng-edge enroll … --again',
  ],
  [
    /alert unknown ca|ALERT_UNKNOWN_CA|alert certificate unknown|alert bad certificate|alert certificate expired/i,
    'the broker refuses this box’s certificate: have it signed by the authority that the broker trusts, and renew it when it has expired',
  ],
  [
    /SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY)|self-signed|unable to (get|verify)/i,
    'set broker.caFile to the authority that signed the broker’s certificate',
  ],
  [/KEY_VALUES_MISMATCH|key values mismatch/i, 'broker.keyFile belongs to another certificate'],
  [
    /PEM|bad end line|no start line|wrong tag|unsupported/i,
    'one of broker.caFile, certFile, keyFile is no PEM file',
  ],
  [
    /WRONG_VERSION|wrong version number|EPROTO|packet length too long/i,
    'this port speaks no TLS: use its TLS port (8883 as a rule), or mqtt:// on this one',
  ],
  [/bad user name or password|not authori[sz]ed/i, 'check broker.username and the password'],
  [/ENOTFOUND|EAI_AGAIN/i, 'check the host name in broker.url'],
  [
    /ECONNRESET|socket hang up|closed the connection/i,
    'the broker hung up: a TLS port needs mqtts://, some want a client certificate, and one that is revoked is not let in; its log says why',
  ],
];

/** What to do about why the broker cannot be reached. */
export const brokerRemedy = (cause: string): string =>
  REMEDIES.find(([sign]) => sign.test(cause))?.[1] ??
  'start the control server or broker, and check broker.url and the network between';
