import { rememberLanguage } from '../adapters/language-storage.js';
import { language, texts } from '../texts/index.js';
import { isLanguage, languages } from '../texts/language.js';
import './styles/language-choice.css';

/** Each language by its own name, as its readers look for it. The page is loaded anew in the one chosen. */
export const LanguageChoice = () => (
  <span className="icon-button language-choice" title={texts.page.language}>
    <span aria-hidden="true">{language.toUpperCase()}</span>
    <select
      aria-label={texts.page.language}
      value={language}
      onChange={({ target }) => {
        if (!isLanguage(target.value)) return;
        rememberLanguage(target.value);
        location.reload();
      }}
    >
      {Object.entries(languages).map(([tag, { name }]) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  </span>
);
