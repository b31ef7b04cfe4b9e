package fr.socle.bench.client.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonCreator.Mode;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer as a service saw it. Raw bytes are in {@link RawExchange}.
 *
 * @param sequence place in the journal; also the cursor after it
 * @param spaceId space that received it
 * @param windowId window it belongs to, absent for {@code hors scenario}
 * @param service name of the service, such as {@code insi}
 * @param listener name of the listener, such as {@code insi.certificate}
 * @param kind what it is
 * @param transaction transaction, such as {@code INSi WS_INS2}, when recognised
 * @param startedAt when its first byte was read
 * @param durationMicros time until the answer was decided, microseconds
 * @param method HTTP method
 * @param target path and query
 * @param status HTTP status of the answer
 * @param clientCertificate subject DN of the client certificate
 * @param decoded decoded view, a JSON object
 * @param refusal refusal, if the service refused
 * @param faults names of the faults that were played
 * @param requestSize bytes of the request
 * @param responseSize bytes of the answer
 * @param findings findings of the checks
 * @param tls TLS of its connection, absent in clear and when no handshake succeeded
 */
public record Exchange(
    long sequence,
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
    JsonNode decoded,
    @Nullable Refusal refusal,
    List<String> faults,
    long requestSize,
    long responseSize,
    List<Finding> findings,
    @Nullable TlsSession tls) {

  /** One whose TLS is not told. */
  @JsonCreator(mode = Mode.DISABLED)
  public Exchange(
      long sequence,
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
      JsonNode decoded,
      @Nullable Refusal refusal,
      List<String> faults,
      long requestSize,
      long responseSize,
      List<Finding> findings) {
    this(
        sequence,
        spaceId,
        windowId,
        service,
        listener,
        kind,
        transaction,
        startedAt,
        durationMicros,
        method,
        target,
        status,
        clientCertificate,
        decoded,
        refusal,
        faults,
        requestSize,
        responseSize,
        findings,
        null);
  }

  /** Forms of an exchange. */
  public enum Kind {
    /** A complete HTTP call. */
    HTTP,
    /** A command, or a transaction of several, of a protocol of lines. */
    SESSION,
    /** A TLS handshake that did not succeed. */
    HANDSHAKE,
    /** Bytes that never became a request. */
    CONNECTION
  }
}
