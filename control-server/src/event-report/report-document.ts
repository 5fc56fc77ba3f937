import type { ReactElement } from 'react';

/** One fact with its name; the note stands smaller below. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

export interface Column {
  readonly title: string;
  readonly align: 'left' | 'right';
  /** Share of the table's width that it wants; columns without one take what they need. */
  readonly wide?: true;
}

/** A cell's text, or its lines. */
export type TableCell = string | readonly string[];

/** A piece of a report, told alike on a page and in a PDF. */
export type Block =
  | { readonly kind: 'text'; readonly text: string; readonly tone: 'plain' | 'quiet' | 'warning' }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | {
      readonly kind: 'figure';
      readonly title: string;
      /** Draws it at a width, in pixels or points. */
      readonly draw: (width: number) => ReactElement;
    }
  | { readonly kind: 'advice'; readonly items: readonly Advice[] }
  | { readonly kind: 'list'; readonly items: readonly string[] };

export interface Advice {
  /** What to do. */
  readonly title: string;
  /** The numbers that say so. */
  readonly because: readonly string[];
}

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A report, whatever it will be rendered to. */
export interface ReportDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
  /** At the foot of each printed page. */
  readonly foot: (page: number, pages: number) => string;
}

export const quiet = (text: string): Block => ({ kind: 'text', text, tone: 'quiet' });
export const plain = (text: string): Block => ({ kind: 'text', text, tone: 'plain' });

export const left = (title: string): Column => ({ title, align: 'left' });
export const right = (title: string): Column => ({ title, align: 'right' });
export const wide = (title: string): Column => ({ title, align: 'left', wide: true });
