export * from '../../model/contract/schema.js';
