import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Client, clients, listOperations, readOperation, readVariables } from '@passerelle/contracts/operations';
import { type Handler, HttpError, json, type Routes } from '@passerelle/server';

const require = createRequire(import.meta.url);
/** A file of a package, also one that the package does not export. */
const packaged = (name: string, file: string) => path.join(path.dirname(require.resolve(`${name}/package.json`)), file);

const files: Readonly<Record<string, () => string>> = {
  'react.js': () => packaged('react', 'umd/react.production.min.js'),
  'react-dom.js': () => packaged('react-dom', 'umd/react-dom.production.min.js'),
  'graphiql-library.js': () => packaged('graphiql', 'graphiql.min.js'),
  'graphiql.css': () => packaged('graphiql', 'graphiql.min.css'),
  'graphiql.js': () => path.join(import.meta.dirname, '../../assets/graphiql.js'),
};

const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };

/** Everything the page runs comes from here. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A page to look at an API and try it, at `/?api=NAME`; nothing of it comes from elsewhere. */
export function graphiqlRoutes(apis: readonly string[]): Routes {
  const served = Object.entries(files).map(([name, locate]): [string, Handler] => [
    `GET /graphiql/${name}`,
    serveFile(locate, types[path.extname(name)] ?? ''),
  ]);
  return {
    ...Object.fromEntries(served),
    'GET /': async (_request, url) => ({
      status: 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
      body: page(apis, url.searchParams.get('api') ?? 'internal'),
    }),
    'GET /graphiql/examples.json': async (_request, url) => json(200, examplesOf(url.searchParams.get('api') ?? '')),
  };
}

function serveFile(locate: () => string, type: string): Handler {
  let text: Promise<string> | undefined;
  return async () => {
    text ??= readFile(locate(), 'utf8');
    return {
      status: 200,
      headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'max-age=3600' },
      body: await text,
    };
  };
}

/** The operations clients of an API send, each as a tab. */
function examplesOf(api: string): { readonly query: string; readonly variables: string }[] {
  const client = clients.find((name): name is Exclude<Client, 'service'> => name === api && name !== 'service');
  if (!client) throw new HttpError(404, 'There is no such API.', 'NOT_FOUND');
  return listOperations(client).map((name) => ({
    query: readOperation(client, name),
    variables: JSON.stringify(readVariables(client, name) ?? {}, null, 2),
  }));
}

const page = (apis: readonly string[], current: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Passerelle</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>
body { margin: 0; display: flex; flex-direction: column; height: 100vh; font: 14px sans-serif }
nav { padding: 8px 16px; display: flex; gap: 16px; background: #eee }
nav a { color: #333 } nav a[aria-current] { font-weight: bold }
#graphiql { flex: 1; min-height: 0 }
</style>
</head>
<body>
<nav>${apis.map((api) => `<a href="/?api=${api}"${api === current ? ' aria-current="page"' : ''}>${api}</a>`).join('')}</nav>
<div id="graphiql">Loading…</div>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql-library.js"></script>
<script type="module" src="/graphiql/graphiql.js"></script>
</body>
</html>
`;
