/* global React, ReactDOM, GraphiQL */
// Runs in the browser: GraphiQL over one API, with its stored operations as examples, each in a tab.

const api = new URLSearchParams(location.search).get('api') ?? 'internal';
const path = api === 'internal' ? '/graphql' : `/graphql/${api}`;

/** Keeps what was typed apart by API. */
const storage = {
  getItem: (key) => localStorage.getItem(`${api}:${key}`),
  setItem: (key, value) => localStorage.setItem(`${api}:${key}`, value),
  removeItem: (key) => localStorage.removeItem(`${api}:${key}`),
  clear: () => localStorage.clear(),
  get length() {
    return localStorage.length;
  },
};

const post = (url, accept, params, headers) =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept, ...headers },
    body: JSON.stringify(params),
  });

/** Answers of a stream as they come: GraphQL over SSE, a connection an operation. */
async function* streamed(params, headers) {
  const response = await post(`${path}/stream`, 'text/event-stream', params, headers);
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) {
    yield await response.json();
    return;
  }
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const frames = (text + piece.value).split('\n\n');
      text = frames.pop();
      for (const frame of frames) {
        const [, data] = /^event: next\ndata: (.*)$/s.exec(frame) ?? [];
        if (data) yield JSON.parse(data);
      }
    }
  } finally {
    await reader.cancel();
  }
}

const isSubscription = ({ query, operationName }) =>
  operationName
    ? new RegExp(`\\bsubscription\\s+${operationName}\\b`).test(query)
    : /^\s*(#.*\n\s*)*subscription\b/.test(query);

const fetcher = (params, options) =>
  isSubscription(params)
    ? streamed(params, options?.headers)
    : post(path, 'application/graphql-response+json', params, options?.headers).then((response) => response.json());

const examples = await (await fetch(`/graphiql/examples.json?api=${encodeURIComponent(api)}`)).json();
ReactDOM.createRoot(document.getElementById('graphiql')).render(
  React.createElement(GraphiQL, {
    fetcher,
    storage,
    defaultTabs: examples,
    isHeadersEditorEnabled: true,
    shouldPersistHeaders: false,
  }),
);
