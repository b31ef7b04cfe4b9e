package fr.socle.bench.journal;

import fr.socle.bench.client.api.Exchange.Kind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.client.api.TlsSession;
import fr.socle.bench.content.Content;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An exchange about to be written: everything but its place in the journal.
 *
 * @param spaceId space that received it
 * @param windowId window it belongs to
 * @param service name of the service
 * @param listener name of the listener
 * @param kind what it is
 * @param transaction transaction, when recognised
 * @param startedAt when its first byte was read
 * @param durationMicros time until the answer was decided
 * @param method HTTP method
 * @param target path and query
 * @param status HTTP status of the answer
 * @param clientCertificate subject DN of the client certificate
 * @param decoded decoded view
 * @param refusal refusal
 * @param faults faults played
 * @param request bytes received
 * @param requestSize how many were received, kept or not
 * @param truncated whether some were not kept
 * @param response bytes sent
 * @param findings findings of the checks
 * @param tls TLS of its connection
 */
public record ExchangeDraft(
    String spaceId,
    @Nullable String windowId,
    String service,
    String listener,
    Kind kind,
    @Nullable String transaction,
    Instant startedAt,
    long durationMicros,
    @Nullable String method,
    @Nullable String target,
    @Nullable Integer status,
    @Nullable String clientCertificate,
    Map<String, Object> decoded,
    @Nullable Refusal refusal,
    List<String> faults,
    Content request,
    long requestSize,
    boolean truncated,
    Content response,
    List<FindingDraft> findings,
    @Nullable TlsSession tls) {}
