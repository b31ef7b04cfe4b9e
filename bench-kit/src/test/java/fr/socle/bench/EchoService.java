package fr.socle.bench;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.client.api.FaultKind;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.Answer;
import fr.socle.bench.http.HttpEndpoint;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.spi.ControlOperation;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.ListenerSpec;
import fr.socle.bench.spi.ListenerSpec.Tls;
import fr.socle.bench.spi.MockService;
import fr.socle.bench.spi.ServiceContext;
import fr.socle.bench.spi.ServiceInstance;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A service that says back what it is told. Paths: {@code /echo} (transaction {@code ECHO dire}),
 * {@code /panne} (throws), {@code /attente} (waits for {@link #gate}), {@code /refus} (refuses).
 */
final class EchoService implements MockService {
  static final Rule SHOUTING =
      new Rule("ECHO-01", RuleSource.TEXTE, "echo.md 1 (S)", List.of("ECHO/1"), "Ne pas crier.");
  static final Rule TWICE =
      new Rule("ECHO-02", RuleSource.NORME, "echo.md 2", List.of("ECHO/2"), "Ne pas répéter.");
  static final Rule SILENCE =
      new Rule("ECHO-03", RuleSource.NORME, "echo.md 3", List.of("ECHO/3"), "Dire quelque chose.");

  final AtomicReference<CountDownLatch> gate = new AtomicReference<>(new CountDownLatch(0));
  final AtomicReference<CountDownLatch> waiting = new AtomicReference<>(new CountDownLatch(1));
  final AtomicReference<Duration> aged = new AtomicReference<>(Duration.ZERO);

  /** What was said. */
  record Said(String text) {}

  /** A name given by the control API, which the space keeps. */
  public record Nickname(String text) {}

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public List<ListenerSpec> listeners() {
    return List.of(
        new ListenerSpec("echo.clair", "echo", 11, Tls.CLEAR),
        new ListenerSpec("echo.tls", "echo", 2, Tls.SERVER_ONLY),
        new ListenerSpec("echo.demande", "echo", 1, Tls.CLIENT_ASKED),
        new ListenerSpec("echo.certificat", "echo", 3, Tls.CLIENT_REQUIRED),
        new ListenerSpec("echo.igc", "echo", 14, Tls.CLEAR).tellingRevocation());
  }

  @Override
  public List<FaultKind> faults() {
    return List.of(new FaultKind("echo", "begaiement", "Répète ce qui est dit.", List.of("fois")));
  }

  @Override
  public CheckBook checks() {
    return CheckBook.builder()
        .on(
            "ECHO dire",
            Said.class,
            List.of(
                Check.of(
                    SHOUTING,
                    (exchange, findings) -> {
                      if (exchange.message().text().equals("BOUM")) {
                        throw new IllegalStateException("boum");
                      }
                      if (exchange.message().text().endsWith("!")) {
                        findings.add("corps", "pas de cri", "un cri", "Baissez le ton.");
                      }
                    })))
        .sequences(List.of(new NoRepetition(), new NoSilence()))
        .build();
  }

  @Override
  public ServiceInstance open(ServiceContext context) {
    context.settings().get("echo.voix", "douce");
    return new Instance(this, context, new CopyOnWriteArrayList<>());
  }

  private record Instance(EchoService service, ServiceContext context, List<Nickname> nicknames)
      implements ServiceInstance {
    @Override
    public HttpEndpoint endpoint(String listener) {
      return this::serve;
    }

    private Served serve(IncomingRequest request, RequestFaults faults) {
      String text = new String(request.body(), StandardCharsets.UTF_8);
      switch (request.path()) {
        case "/panne" -> throw new IllegalStateException("panne voulue");
        case "/refus" -> {
          return Served.refused(
              Answer.text(403, "text/plain", "non"), new Refusal("non", "C'est non."));
        }
        case "/attente" -> {
          service.waiting.get().countDown();
          try {
            service.gate.get().await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }
        default -> {}
      }
      int times = faults.take("begaiement").map(one -> Integer.parseInt(one.get("fois"))).orElse(1);
      return new Served(
          Answer.text(200, "text/plain; charset=utf-8", text.repeat(times)).with("X-Echo", "oui"),
          "ECHO dire",
          new Said(text),
          Map.of("dit", text),
          null);
    }

    @Override
    public Map<String, String> urls() {
      return context.addresses();
    }

    @Override
    public List<ControlOperation<?, ?>> operations() {
      return List.of(
          new ControlOperation<>(
                  "POST", "nicknames", "Gives a nickname", Nickname.class, Void.class, this::name)
              .andKept(),
          new ControlOperation<>(
              "POST", "moods", "Says a mood", Nickname.class, Void.class, this::name),
          new ControlOperation<>(
              "GET",
              "nicknames",
              "The nicknames",
              Void.class,
              Nickname[].class,
              nothing -> nicknames.toArray(Nickname[]::new)));
    }

    private @Nullable Void name(Nickname nickname) {
      if (nickname.text().isEmpty()) {
        throw new InvalidControlRequestException("surnom-vide", "Donnez un surnom.");
      }
      nicknames.add(nickname);
      return null;
    }

    @Override
    public void age(Duration by) {
      service.aged.set(by);
    }

    @Override
    public void reset() {
      nicknames.clear();
    }

    @Override
    public void close() {}
  }

  private static final class NoRepetition implements SequenceCheck {
    @Override
    public Rule rule() {
      return TWICE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      String last = null;
      for (WindowTraffic.Observed<Said> one : traffic.of("ECHO dire", Said.class)) {
        if (one.message().text().equals(last)) {
          findings.add(one.exchange().sequence(), "corps", "du neuf", last, "Changez de disque.");
        }
        last = one.message().text();
      }
    }
  }

  private static final class NoSilence implements SequenceCheck {
    @Override
    public Rule rule() {
      return SILENCE;
    }

    @Override
    public void judge(WindowTraffic traffic, SequenceFindings findings) {
      if (traffic.of("ECHO dire", Said.class).isEmpty()) {
        findings.addAbsence("un message", "aucun", "Dites quelque chose.");
      }
    }
  }
}
