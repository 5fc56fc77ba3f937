import type { BackendFailure, BackendName } from '../../coco-ssd/backend.js';
import type { FoundObject } from '../../coco-ssd/to-detections.js';

/** What a process and its COCO-SSD thread say to each other. */

export type CocoSsdRequest =
  | {
      readonly kind: 'start';
      readonly ticket: number;
      readonly backend: BackendName;
      readonly packageName: string;
    }
  /** `model`: a folder, or the address of a `model.json`. */
  | { readonly kind: 'load'; readonly ticket: number; readonly model: string }
  | {
      readonly kind: 'detect';
      readonly ticket: number;
      readonly width: number;
      readonly height: number;
      readonly pixels: Uint8Array;
      readonly most: number;
      readonly leastScore: number;
    };

export type CocoSsdReply =
  | { readonly kind: 'started' | 'loaded' | 'library-missing'; readonly ticket: number }
  | {
      readonly kind: 'refused';
      readonly ticket: number;
      readonly code: BackendFailure;
      readonly message: string;
    }
  | { readonly kind: 'found'; readonly ticket: number; readonly objects: readonly FoundObject[] }
  | { readonly kind: 'failed'; readonly ticket: number; readonly message: string };
