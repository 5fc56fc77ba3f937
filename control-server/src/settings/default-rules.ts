import { Default, Parse } from 'typebox/value';
import type { Rules } from '../processing/rules.js';
import { ServerSettings } from './server-settings.js';

/** The rules of a server whose file says nothing of them. */
export const defaultRules = (): Rules => Parse(ServerSettings, Default(ServerSettings, {}));
