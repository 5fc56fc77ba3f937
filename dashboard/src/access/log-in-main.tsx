import { createRoot } from 'react-dom/client';
import { rememberedLanguage } from '../adapters/language-storage.js';
import { rememberedTheme } from '../adapters/theme-storage.js';
import { speak } from '../texts/index.js';
import { loadPageTexts } from '../texts/pages.js';
import '../views/styles/tokens.css';
import '../views/styles/base.css';
import './log-in.css';

document.documentElement.lang = await speak(rememberedLanguage());
await loadPageTexts();
document.documentElement.dataset.theme = rememberedTheme();

const root = document.getElementById('root');
if (root === null) throw new Error('login.html has no element "root".');
const { LogInPage } = await import('./log-in-page.js');
createRoot(root).render(<LogInPage />);
