import path from 'node:path';

/** One postal code a line, sorted: `75001 48.863 2.336`. */
export const tableFile = path.join(import.meta.dirname, '../data/french-postal-codes.txt');
