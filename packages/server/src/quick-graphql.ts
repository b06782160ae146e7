import { createRequire } from 'node:module';

/*
 * Loads graphql-js as it is in production, whatever NODE_ENV says to everybody else, which is why this file is the first
 * of the package to be imported. Elsewhere each question of graphql-js whether something is of a type looks for a second
 * copy of the library, of which the lockfile has one: a twentieth of the CPU of an order or a listing, and a third of that
 * of a feed's rows.
 */
const told = process.env.NODE_ENV;
process.env.NODE_ENV = 'production';
createRequire(import.meta.url)('graphql');
if (told === undefined) delete process.env.NODE_ENV;
else process.env.NODE_ENV = told;
