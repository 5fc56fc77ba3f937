import { tellIn } from '../adapters/account-language.js';
import { rememberLanguage } from '../adapters/language-storage.js';
import { language, texts } from '../texts/index.js';
import { isLanguage, languages } from '../texts/language.js';
import './styles/language-choice.css';

/**
 * Each language by its own name, as its readers look for it. The page is loaded anew in the one chosen,
 * and its reader is told in it outside the page too.
 * Closed it shows the code of the language, or where there is room its name.
 */
export const LanguageChoice = ({ isNamed = false }: { readonly isNamed?: boolean }) => (
  <span
    className={`icon-button language-choice${isNamed ? ' is-named' : ''}`}
    title={texts.page.language}
  >
    <span aria-hidden="true">{isNamed ? languages[language].name : language.toUpperCase()}</span>
    <select
      aria-label={texts.page.language}
      value={language}
      onChange={({ target }) => {
        if (!isLanguage(target.value)) return;
        rememberLanguage(target.value);
        tellIn(target.value);
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
