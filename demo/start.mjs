import { setupOrExit } from './setup.mjs';

// `npm run demo`: what is missing first, then the product.
if (!process.argv.includes('--help')) await setupOrExit();
try {
  await import('./dist/main.js');
} catch (error) {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('The demo is not built yet. `npm run setup` builds it.');
  process.exit(1);
}
