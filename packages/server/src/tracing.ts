import {
  type Attributes,
  context,
  isSpanContextValid,
  type Span,
  SpanKind,
  SpanStatusCode,
  type Tracer,
  trace,
} from '@opentelemetry/api';

type Source = Readonly<Record<string, string | undefined>>;

/** Undefined unless traces are exported: then nothing is made, and nothing is measured. */
let tracer: Tracer | undefined;

/** Whether the standard variables say where traces go. */
const isWanted = (source: Source) =>
  Boolean(source.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT || source.OTEL_EXPORTER_OTLP_ENDPOINT) &&
  source.OTEL_SDK_DISABLED !== 'true' &&
  source.OTEL_TRACES_EXPORTER !== 'none';

/**
 * Starts to export traces by OTLP over HTTP when the standard `OTEL_…` variables say where to; the library is not even
 * loaded otherwise. Closing sends what waits.
 */
export async function startTracing(
  serviceName: string,
  source: Source,
): Promise<{ readonly close: () => Promise<void> }> {
  if (!isWanted(source)) return { close: async () => {} };
  const [sdk, { resourceFromAttributes }, { OTLPTraceExporter }, { AsyncLocalStorageContextManager }] =
    await Promise.all([
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/context-async-hooks'),
    ]);
  const ratio = /traceidratio$/.test(source.OTEL_TRACES_SAMPLER ?? '')
    ? Number(source.OTEL_TRACES_SAMPLER_ARG ?? 1)
    : 1;
  const provider = new sdk.TracerProvider({
    resource: resourceFromAttributes({ 'service.name': source.OTEL_SERVICE_NAME || serviceName }),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new OTLPTraceExporter() })],
  });
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  tracer = provider.getTracer('passerelle');
  return {
    async close() {
      tracer = undefined;
      context.disable();
      await provider.shutdown();
    },
  };
}

export type Traced = {
  readonly name: string;
  readonly kind?: 'server' | 'client';
  readonly attributes?: () => Attributes;
  /** W3C `traceparent` of whoever asked. */
  readonly parent?: string | undefined;
};

const kinds = { server: SpanKind.SERVER, client: SpanKind.CLIENT };

/** A function where it takes something to say. */
type What = Traced | (() => Traced);

/** Runs work within a span; just runs it when no traces are exported. `note` may add to the span what came out. */
export function traced<T>(what: What, work: () => Promise<T>, note?: (result: T) => Attributes): Promise<T>;
export function traced<T>(what: What, work: () => T | Promise<T>, note?: (result: T) => Attributes): T | Promise<T>;
export function traced<T>(what: What, work: () => T | Promise<T>, note?: (result: T) => Attributes) {
  return tracer ? tracedBy(tracer, typeof what === 'function' ? what() : what, work, note) : work();
}

function tracedBy<T>(
  by: Tracer,
  { name, kind, attributes, parent }: Traced,
  work: () => T | Promise<T>,
  note?: (result: T) => Attributes,
): Promise<T> {
  const options = { kind: kind ? kinds[kind] : SpanKind.INTERNAL, attributes: attributes?.() ?? {} };
  return by.startActiveSpan(name, options, contextOf(parent), async (span) => {
    try {
      const result = await work();
      if (note) span.setAttributes(note(result));
      return result;
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Names no message: one may hold what a person typed. */
function markFailed(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR });
  span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
}

const traceparentForm = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;

function contextOf(parent: string | undefined) {
  const [, traceId = '', spanId = '', flags = '00'] = traceparentForm.exec(parent ?? '') ?? [];
  const spanContext = { traceId, spanId, traceFlags: Number.parseInt(flags, 16), isRemote: true };
  return isSpanContextValid(spanContext) ? trace.setSpanContext(context.active(), spanContext) : context.active();
}

/** The header that carries the running span to another process; none when no traces are exported. */
export function traceHeaders(): Readonly<Record<string, string>> {
  const running = tracer && trace.getActiveSpan()?.spanContext();
  if (!running || !isSpanContextValid(running)) return {};
  const flags = running.traceFlags.toString(16).padStart(2, '0');
  return { traceparent: `00-${running.traceId}-${running.spanId}-${flags}` };
}
