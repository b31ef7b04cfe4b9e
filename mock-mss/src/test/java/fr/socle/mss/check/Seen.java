package fr.socle.mss.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Refusal;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A window that a test fills: each exchange takes 10 ms. */
final class Seen {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Observed<?>> window = new ArrayList<>();

  /**
   * Adds an exchange.
   *
   * @param millis when it began
   * @param decoded decoded view, JSON with apostrophes for quotes
   */
  Seen on(
      long millis,
      String listener,
      String transaction,
      int status,
      String decoded,
      @Nullable Object message,
      String... faults) {
    window.add(
        new Observed<>(
            new Exchange(
                window.size() + 1L,
                "e1",
                "f1",
                "mss",
                listener,
                Exchange.Kind.HTTP,
                transaction,
                Instant.EPOCH.plusMillis(millis),
                10_000,
                null,
                null,
                status,
                null,
                read(decoded),
                status < 400 ? null : new Refusal("refus", ""),
                List.of(faults),
                0,
                0,
                List.of()),
            message));
    return this;
  }

  private static JsonNode read(String decoded) {
    try {
      return JSON.readTree(decoded.replace('\'', '"'));
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> rules() {
    return Judged.sequences(window);
  }
}
