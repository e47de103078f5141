/** The library: types of the model and of the records, and the functions behind each command. */
export type * from './catalog/model.js';
export type * from './extract/record.js';
export type * from './lint/record.js';
