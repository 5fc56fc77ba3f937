import { describe, expect, it } from 'vitest';
import { deliveryFault } from '../../../../dashboard/src/texts/delivery-fault.js';

describe('[U] why a message did not arrive', () => {
  const words = { timeout: 'no answer' };
  const said = (code: string) => deliveryFault(words, (status) => `it answered ${status}`, code);

  it('is a sentence, also of the numbers of the web and of mail', () => {
    expect(['timeout', 'http-404', 'smtp-550'].map(said)).toEqual([
      ...['no answer', 'it answered 404', 'it answered 550'],
    ]);
  });

  it('is the code itself where nobody has words for it', () => {
    expect(['ehostdown', 'toString', 'http-x'].map(said)).toEqual([
      'ehostdown',
      'toString',
      'http-x',
    ]);
  });
});
