import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/**
 * A chart as text: inline in a page, or drawn into a PDF. What is written in it is escaped by
 * construction.
 */
export const chartMarkup = (chart: ReactElement): string =>
  renderToStaticMarkup(chart).replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ');
