import { annotatedImage } from '@throng/simulation';
import { describe, expect, it } from 'vitest';

describe('an annotated image', () => {
  it('[U] is the same for the same seed and index', () => {
    const [one, two] = [annotatedImage(5, 3), annotatedImage(5, 3)];
    expect(one.heads).toEqual(two.heads);
    expect(Buffer.compare(one.canvas.data(), two.canvas.data())).toBe(0);
  });

  it('[U] has its heads and boxes inside', () => {
    for (let index = 0; index < 6; index += 1) {
      const { width, height, heads, people } = annotatedImage(9, index);
      expect(heads.every(([x, y]) => x >= 0 && y >= 0 && x <= width && y <= height)).toBe(true);
      expect(
        people.every(
          ([x, y, w, h]) => x >= 0 && y >= 0 && x + w <= width + 0.2 && y + h <= height + 0.2,
        ),
      ).toBe(true);
    }
  });

  it('[U] every sixteenth is empty', () => {
    expect(annotatedImage(9, 15).heads).toEqual([]);
  });
});
