import { describe, expect, it } from 'vitest';
import { languageFor } from '../../../../dashboard/src/texts/language.js';

describe('[U] the language of the page', () => {
  it('is English where the reader prefers none that the page speaks', () => {
    expect(languageFor([])).toBe('en');
    expect(languageFor(['tlh', 'x-klingon'])).toBe('en');
  });

  it('goes by the language, whatever the country', () => {
    expect(languageFor(['en-US', 'tlh'])).toBe('en');
  });
});
