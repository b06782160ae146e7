export type ServerEvent = { readonly event: string; readonly data: string };

/** The events of a body of server-sent events; ends with it, also when it is cut. Comments are left out. */
export async function* readEvents(body: ReadableStream<Uint8Array> | null): AsyncGenerator<ServerEvent> {
  if (!body) return;
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  try {
    for (;;) {
      const piece = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (piece.done || !piece.value) return;
      const frames = (text + decoder.decode(piece.value, { stream: true })).split('\n\n');
      text = frames.pop() ?? '';
      for (const frame of frames) {
        const [, event, data] = /^event: (\w+)\ndata: ?(.*)$/s.exec(frame) ?? [];
        if (event !== undefined) yield { event, data: data ?? '' };
      }
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}
