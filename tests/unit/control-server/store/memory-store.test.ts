import { createMemoryStore } from '../../../../control-server/src/store/memory-store.js';
import { describeStore } from './store-contract.js';

describeStore('memory', createMemoryStore);
