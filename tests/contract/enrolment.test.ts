import {
  EnrolmentAnswer,
  EnrolmentRequest,
  formatEnrolmentCode,
  parseEnrolmentCode,
  RenewalRequest,
  shapeOf,
  toHex,
} from '@throng/contract';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const part = fc.uint8Array({ minLength: 16, maxLength: 16 });
const code = fc.record({ secret: part, fingerprint: part });
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('[U] one-time codes of enrolment', () => {
  it('[EN1] a code is read as it was made, in whichever way it is typed', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(' ', '', '--', '\n'), (made, between) => {
        const shown = formatEnrolmentCode(made);
        expect(shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){10}[0-9A-HJKMNP-TV-Z]{5}$/);
        const typed = shown.toLowerCase().replace(/-/g, between).replace(/0/g, 'o');
        expect(parseEnrolmentCode(typed)).toEqual({ ok: true, value: made });
      }),
    );
  });

  it('[EN1] one mistyped letter, or two exchanged, is told as mistyped', () => {
    const at = fc.integer({ min: 0, max: 54 });
    fc.assert(
      fc.property(code, at, fc.constantFrom(...LETTERS), (made, index, letter) => {
        const letters = formatEnrolmentCode(made).replace(/-/g, '');
        fc.pre(letters[index] !== letter);
        const typed = letters.slice(0, index) + letter + letters.slice(index + 1);
        expect(parseEnrolmentCode(typed)).toMatchObject({ ok: false, code: 'code-checksum' });
      }),
    );
    fc.assert(
      fc.property(code, fc.integer({ min: 0, max: 53 }), (made, index) => {
        const letters = [...formatEnrolmentCode(made).replace(/-/g, '')];
        const [one = '', other = ''] = letters.slice(index, index + 2);
        fc.pre(one !== other);
        letters.splice(index, 2, other, one);
        expect(parseEnrolmentCode(letters.join('')).ok).toBe(false);
      }),
    );
  });

  it('[EN1] any text gives a code or a coded refusal', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        const parsed = parseEnrolmentCode(text);
        expect(parsed.ok || parsed.code.startsWith('code-')).toBe(true);
      }),
    );
    expect(parseEnrolmentCode('')).toMatchObject({ code: 'code-length' });
    expect(parseEnrolmentCode('kubeadm!')).toMatchObject({
      code: 'code-letter',
      message: expect.stringContaining('"U"'),
    });
  });
});

const PEM = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n';
const REQUEST = PEM.replace(/CERTIFICATE/g, 'CERTIFICATE REQUEST');

describe('[U] messages of enrolment', () => {
  const shapes = {
    enrolment: {
      shape: shapeOf(EnrolmentRequest),
      good: {
        ...{ v: 1, secret: toHex(new Uint8Array(16)), edge: 'box-1', request: REQUEST },
        at: '2026-07-04T12:00:00.000Z',
      },
    },
    renewal: {
      shape: shapeOf(RenewalRequest),
      good: { v: 1, certificate: PEM, request: REQUEST, signature: 'A'.repeat(96) },
    },
    answer: {
      shape: shapeOf(EnrolmentAnswer),
      good: {
        ...{ v: 1, venue: 'hall', edge: 'box-1', certificate: PEM, ca: PEM + PEM },
        broker: 'mqtts://throng.venue:8883',
      },
    },
  };

  it('[EN2] what is well formed is taken, and nothing beside what is listed', () => {
    for (const { good, shape } of Object.values(shapes)) {
      expect(shape(good)).toMatchObject({ ok: true });
      expect(shape({ ...good, key: 'PRIVATE' })).toMatchObject({ ok: false });
    }
  });

  it('[EN2] a private key fits nowhere, and a broker without TLS is no answer', () => {
    const key = PEM.replace(/CERTIFICATE/g, 'PRIVATE KEY');
    const { answer, enrolment } = shapes;
    expect(enrolment.shape({ ...enrolment.good, request: key })).toMatchObject({ ok: false });
    expect(answer.shape({ ...answer.good, certificate: key })).toMatchObject({ ok: false });
    expect(answer.shape({ ...answer.good, broker: 'mqtt://hall:1883' })).toMatchObject({
      ok: false,
    });
  });
});
