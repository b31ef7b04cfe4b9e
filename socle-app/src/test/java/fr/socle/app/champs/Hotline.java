package fr.socle.app.champs;

import fr.socle.bench.client.BenchJson;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ServiceInstance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A service of lines: TLS opens TLS, DATA takes text up to a dot, BYE ends, MUTE ends unsaid, NO is
 * refused, HELLO alone fails.
 */
record Hotline(String greeting) implements SessionEndpoint {
  private static final Awaits LINE = new Awaits.Line(100);

  /** An exchange with it, as in a journal. */
  static Exchange exchange(long sequence, String transaction, @Nullable Refusal refusal) {
    return new Exchange(
        sequence,
        "e1",
        null,
        "mss",
        "mss.smtp",
        Exchange.Kind.SESSION,
        transaction,
        Instant.EPOCH,
        0,
        null,
        null,
        null,
        null,
        BenchJson.mapper().createObjectNode(),
        refusal,
        List.of(),
        0,
        0,
        List.of());
  }

  @Override
  public Duration patience() {
    return Duration.ofMinutes(1);
  }

  @Override
  public Session open(SessionLink link) {
    return new Talk(greeting);
  }

  /** A service of that name with this only door, and no request. */
  ServiceInstance service() {
    return new ServiceInstance() {
      @Override
      public SessionEndpoint sessions(String listener) {
        return Hotline.this;
      }

      @Override
      public HttpEndpoint endpoint(String listener) {
        throw new UnsupportedOperationException();
      }

      @Override
      public Map<String, String> urls() {
        return Map.of();
      }

      @Override
      public List<ControlOperation<?, ?>> operations() {
        return List.of();
      }

      @Override
      public void age(Duration by) {}

      @Override
      public void reset() {}

      @Override
      public void close() {}
    };
  }

  private static final class Talk implements Session {
    private final String greeting;
    private boolean inData;

    private Talk(String greeting) {
      this.greeting = greeting;
    }

    @Override
    public Step greet() {
      return Step.on(greeting, LINE);
    }

    @Override
    public Step received(Unit unit, RequestFaults faults) {
      String said = new String(unit.bytes().all(), StandardCharsets.US_ASCII).strip();
      if (inData) {
        inData = false;
        return over("message", said, unit);
      }
      return switch (said) {
        case "DATA" -> {
          inData = true;
          yield Step.on("go\r\n", new Awaits.Until("\r\n.\r\n", 2, 1000));
        }
        case "TLS" -> over("TLS", "", unit).and(Then.START_TLS);
        case "BYE" -> over("BYE", "", unit).and(Then.CLOSE);
        case "NO" ->
            Step.over(
                "no\r\n",
                LINE,
                new Told("NO", "NO", "", null, "", Map.of(), new Refusal("non", "Non.")));
        case "HELLO" -> throw new IllegalStateException("nobody said hello to nobody");
        case "MUTE" -> Step.on("", LINE).and(Then.CLOSE);
        default -> Step.after(() -> over(said.split(" ", 2)[0], said, unit));
      };
    }

    private static Step over(String name, String said, Unit unit) {
      return Step.over(
          "ok\r\n", LINE, new Told(name, name, said, null, unit.tls().protocol(), Map.of(), null));
    }

    @Override
    public Step farewell() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
  }
}
