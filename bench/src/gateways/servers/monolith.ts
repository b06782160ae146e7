import { createServer, type ServerResponse } from 'node:http';
import { parse } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import { monolithSchema } from '../monolith.ts';

/**
 * The limit: the whole graph as one schema without federation, compiled by graphql-jit, on bare `node:http`, with no
 * check at all. As `constant` it is the floor: each question's first answer, made once.
 */
const [port, kind] = process.argv.slice(2);
const schema = monolithSchema();
const compiled = new Map<string, CompiledQuery>();
const constants = new Map<string, string>();

function compile(query: string): CompiledQuery {
  const made = compileQuery(schema, parse(query));
  if (!isCompiledQuery(made)) throw new Error(JSON.stringify(made));
  compiled.set(query, made);
  return made;
}

/** No resolver waits for anything, so that nothing here does. */
function execute(body: string): string {
  const { query, variables } = JSON.parse(body);
  return JSON.stringify((compiled.get(query) ?? compile(query)).query({}, {}, variables));
}

/** By how the body starts, which is the operation's name. */
function constant(body: string): string {
  const key = body.slice(0, 40);
  const text = constants.get(key) ?? execute(body);
  constants.set(key, text);
  return text;
}

const answer = kind === 'constant' ? constant : execute;

function send(response: ServerResponse, text: string) {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

createServer((request, response) => {
  let body = '';
  request.setEncoding('utf8');
  request.on('data', (text) => {
    body += text;
  });
  request.on('end', () => send(response, answer(body)));
}).listen(Number(port), '127.0.0.1');
