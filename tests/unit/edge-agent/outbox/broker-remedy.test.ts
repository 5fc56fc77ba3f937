import { describe, expect, it } from 'vitest';
import { brokerRemedy } from '../../../../edge-agent/src/outbox/broker-remedy.js';

describe('[U] remedies for the broker', () => {
  it.each([
    ['certificate has expired (CERT_HAS_EXPIRED)', 'renew the broker’s certificate'],
    ['unable to verify the first certificate (UNABLE_TO_VERIFY_LEAF_SIGNATURE)', 'broker.caFile'],
    ['self-signed certificate in certificate chain (SELF_SIGNED_CERT_IN_CHAIN)', 'broker.caFile'],
    [
      "Hostname/IP does not match certificate's altnames (ERR_TLS_CERT_ALTNAME_INVALID)",
      'serverName',
    ],
    ['tlsv13 alert certificate required (ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED)', 'certFile'],
    ['tlsv1 alert unknown ca (ERR_SSL_TLSV1_ALERT_UNKNOWN_CA)', 'refuses this box’s certificate'],
    ['key values mismatch (ERR_OSSL_X509_KEY_VALUES_MISMATCH)', 'another certificate'],
    ['wrong version number (ERR_SSL_WRONG_VERSION_NUMBER)', 'speaks no TLS'],
    ['Connection refused: Bad User Name or Password', 'the password'],
    ['getaddrinfo ENOTFOUND broker.venue', 'host name'],
    ['connect ECONNREFUSED 127.0.0.1:1883', 'start the control server or broker'],
  ])('%s', (cause, remedy) => {
    expect(brokerRemedy(cause)).toContain(remedy);
  });
});
