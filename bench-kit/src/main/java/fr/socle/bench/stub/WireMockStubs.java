package fr.socle.bench.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.InvalidInputException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.ImmutableRequest;
import com.github.tomakehurst.wiremock.http.RequestMethod;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.Header;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** WireMock in process, for one service of one space. Safe for use by several threads. */
final class WireMockStubs {
  // The bytes WireMock's own server writes for these two faults have no meaning but their disorder.
  private static final byte[] NOT_HTTP =
      "%~socle~%\u0000\u0001\u0002?".getBytes(StandardCharsets.UTF_8);
  private static final byte[] BAD_CHUNK =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nmorceau sans taille"
          .getBytes(StandardCharsets.US_ASCII);

  private final InProcessServer.Factory host = new InProcessServer.Factory();
  private final WireMockServer server;
  private final AtomicInteger count = new AtomicInteger();

  WireMockStubs() {
    server =
        new WireMockServer(
            WireMockConfiguration.options()
                .httpServerFactory(host)
                .disableRequestJournal()
                .extensionScanningEnabled(false));
    server.start();
  }

  String add(JsonNode mapping) {
    if (mapping.toString().contains("\"chunkedDribbleDelay\"")) {
      throw refused(
          "« chunkedDribbleDelay » n'est pas joué ici : prenez « fixedDelayMilliseconds »");
    }
    StubMapping stub;
    try {
      stub = StubMapping.buildFrom(mapping.toString());
    } catch (InvalidInputException | IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    UUID id = UUID.randomUUID();
    stub.setId(id);
    server.addStubMapping(stub);
    count.incrementAndGet();
    return id.toString();
  }

  private static InvalidControlRequestException refused(String why) {
    return new InvalidControlRequestException(
        "bouchon-refuse", "WireMock refuse ce bouchon : " + why + ".");
  }

  void remove(String id) {
    server.removeStubMapping(UUID.fromString(id));
    count.decrementAndGet();
  }

  boolean isEmpty() {
    return count.get() == 0;
  }

  void close() {
    server.stop();
  }

  Optional<StubPlay> play(String address, IncomingRequest request) {
    Response response = host.server().ask(adapt(address, request));
    if (!response.wasConfigured()) {
      return Optional.empty();
    }
    Duration delay = Duration.ofMillis(response.getInitialDelay());
    return Optional.of(new StubPlay(delay, action(response)));
  }

  private static StubPlay.Action action(Response response) {
    if (response.getFault() == null) {
      return new StubPlay.Answers(
          new Answer(response.getStatus(), headers(response.getHeaders()), response.getBody()));
    }
    return switch (response.getFault()) {
      case EMPTY_RESPONSE -> new StubPlay.Breaks(new byte[0], false);
      case CONNECTION_RESET_BY_PEER -> new StubPlay.Breaks(new byte[0], true);
      case MALFORMED_RESPONSE_CHUNK -> new StubPlay.Breaks(BAD_CHUNK, false);
      case RANDOM_DATA_THEN_CLOSE -> new StubPlay.Breaks(NOT_HTTP, false);
    };
  }

  private static ImmutableRequest adapt(String address, IncomingRequest request) {
    List<HttpHeader> headers = new ArrayList<>();
    Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    for (Header header : request.headers().lines()) {
      if (names.add(header.name())) {
        headers.add(new HttpHeader(header.name(), request.headers().all(header.name())));
      }
    }
    return ImmutableRequest.create()
        .withAbsoluteUrl(
            request.target().startsWith("/") ? address + request.target() : request.target())
        .withMethod(RequestMethod.fromString(request.method().toUpperCase(Locale.ROOT)))
        .withProtocol("HTTP/1.1")
        .withClientIp("127.0.0.1")
        .withHeaders(new HttpHeaders(headers))
        .withBody(request.body())
        .build();
  }

  private static Headers headers(HttpHeaders all) {
    List<Header> lines = new ArrayList<>();
    Collection<HttpHeader> headers = all == null ? List.of() : all.all();
    for (HttpHeader header : headers) {
      header.values().forEach(value -> lines.add(new Header(header.key(), value)));
    }
    return new Headers(lines);
  }
}
