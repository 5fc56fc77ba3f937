import { builtDashboard } from './built-dashboard.js';

/** Before any page test: two workers that build the page at once would take it from each other. */
export default function buildPageOnce(): void {
  builtDashboard();
}
