package fr.socle.bench;

import fr.socle.bench.check.CheckBook;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.content.Content;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.session.Awaits;
import fr.socle.bench.session.Delivery;
import fr.socle.bench.session.Session;
import fr.socle.bench.session.SessionEndpoint;
import fr.socle.bench.session.SessionLink;
import fr.socle.bench.session.Step;
import fr.socle.bench.session.Step.Then;
import fr.socle.bench.session.Told;
import fr.socle.bench.session.Unit;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A service of lines: {@code DIRE x} is answered {@code x}, {@code GROS n} that many bytes, {@code
 * LENT} once {@link #gate} is open, {@code CORPS n} takes so many bytes, {@code TLS} begins TLS,
 * {@code PANNE} fails, {@code FIN} ends. What {@link #wakeAll} is told, all sessions say.
 */
final class LineService implements MockService {
  static final String CLEAR = "lignes.clair";
  static final String SECURE = "lignes.tls";

  final CountDownLatch gate = new CountDownLatch(1);
  final AtomicInteger asking = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  private final Duration patience;
  private final List<SessionLink> links = new CopyOnWriteArrayList<>();

  LineService(Duration patience) {
    this.patience = patience;
  }

  void wakeAll() {
    links.forEach(SessionLink::wake);
  }

  @Override
  public String name() {
    return "lignes";
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of(
        new ListenerSpec(CLEAR, "lignes", 7, Tls.SERVER_ONLY).speaking("lignes"),
        new ListenerSpec(SECURE, "lignes", 8, Tls.SERVER_ONLY).speaking("lignes"));
  }

  @Override
  public List<FaultKind> faults() {
    return List.of(
        new FaultKind("lignes", "goutte", "Répond octet par octet.", List.of()),
        new FaultKind("lignes", "court", "Coupe après trois octets.", List.of()));
  }

  @Override
  public CheckBook checks() {
    return CheckBook.builder().build();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    return new Instance(context);
  }

  private final class Instance implements ServiceInstance {
    private final ServiceContext context;

    private Instance(ServiceContext context) {
      this.context = context;
    }

    @Override
    public HttpEndpoint endpoint(String listener) {
      throw new IllegalArgumentException(listener);
    }

    @Override
    public SessionEndpoint sessions(String listener) {
      return new Lines(listener.equals(SECURE));
    }

    @Override
    public Map<String, String> urls() {
      return context.addresses();
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
  }

  private final class Lines implements SessionEndpoint {
    private final boolean secure;

    private Lines(boolean secure) {
      this.secure = secure;
    }

    @Override
    public Session open(SessionLink link) {
      links.add(link);
      return new Talk(link);
    }

    @Override
    public Duration patience() {
      return patience;
    }

    @Override
    public boolean beginsWithTls() {
      return secure;
    }
  }

  private final class Talk implements Session {
    private static final Awaits LINE = new Awaits.Line(100);
    private final SessionLink link;
    private boolean inBody;

    private Talk(SessionLink link) {
      this.link = link;
    }

    @Override
    public Step greet() {
      return Step.on("bonjour\r\n", LINE);
    }

    @Override
    public Step received(Unit unit, RequestFaults faults) {
      if (inBody) {
        inBody = false;
        return over("CORPS", unit.bytes().size() + "\r\n");
      }
      if (!unit.whole()) {
        return over("LONG", "trop long\r\n").and(Then.CLOSE);
      }
      String line = new String(unit.bytes().all(), StandardCharsets.ISO_8859_1).strip();
      int blank = line.indexOf(' ');
      String verb = blank < 0 ? line : line.substring(0, blank);
      String rest = blank < 0 ? "" : line.substring(blank + 1);
      return switch (verb) {
        case "GROS" ->
            Step.over(Content.of(new byte[Integer.parseInt(rest)]), LINE, told("GROS", null));
        case "LENT" -> Step.after(this::slow);
        case "CORPS" -> {
          inBody = true;
          yield Step.on("", new Awaits.Bytes(Long.parseLong(rest)));
        }
        case "TLS" -> over("TLS", "va\r\n").and(Then.START_TLS);
        case "PANNE" -> throw new IllegalStateException("panne voulue");
        case "FIN" -> over("FIN", "au revoir\r\n").and(Then.CLOSE);
        default -> disturbed(over("DIRE", rest + "\r\n"), faults);
      };
    }

    private static Step disturbed(Step step, RequestFaults faults) {
      if (faults.take("goutte").isPresent()) {
        return step.travelling(Delivery.dripping(1, Duration.ofMillis(1)));
      }
      return faults.take("court").isPresent() ? step.travelling(Delivery.cutAfter(3)) : step;
    }

    private Step slow() {
      asking.incrementAndGet();
      try {
        if (!gate.await(30, TimeUnit.SECONDS)) {
          throw new IllegalStateException("nobody opened");
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
      return over("LENT", "enfin\r\n");
    }

    private static Step over(String verb, String answer) {
      return Step.over(answer, LINE, told(verb, null));
    }

    private static Told told(String verb, @Nullable Refusal refusal) {
      return new Told("LIGNES " + verb, verb, "", null, null, Map.of(), refusal);
    }

    @Override
    public @Nullable Step woken() {
      return over("NOUVELLE", "nouvelle\r\n");
    }

    @Override
    public Step farewell() {
      return Step.over("adieu\r\n", LINE, told("ADIEU", new Refusal("delai", "Trop tard.")));
    }

    @Override
    public void close() {
      links.remove(link);
      closed.incrementAndGet();
    }
  }
}
