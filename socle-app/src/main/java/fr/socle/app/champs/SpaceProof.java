package fr.socle.app.champs;

import fr.socle.app.champs.FieldProof.Recorded;
import fr.socle.app.champs.FieldProof.Subject;
import fr.socle.bench.Bench;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceDescriptor.KeyStoreDescription;
import fr.socle.bench.http.TlsFacts;
import fr.socle.bench.spi.MockService;
import fr.socle.features.model.RunReport;
import fr.socle.features.model.ScenarioResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What was recorded in one space, altered. Not for several threads. */
final class SpaceProof {
  /** Scenarios between two words of progress. */
  private static final int STEP = 20;

  /** Which service the tag of a feature names. */
  private static final Map<String, String> SERVICES =
      Map.of("@PSC", "psc", "@INS", "insi", "@DMP", "dmp", "@MSS", "mss");

  private final Bench bench;
  private final SpaceDescriptor space;
  private final Tally tally;
  private final FieldProof requests;
  private final SessionProof sessions;

  /**
   * A proof over a space where nothing was played yet.
   *
   * @param bench its bench
   * @param space the space
   */
  SpaceProof(Bench bench, SpaceDescriptor space) {
    this.bench = bench;
    this.space = space;
    this.tally = new Tally(subjects());
    List<List<X509Certificate>> chains = chains();
    this.requests = new FieldProof(tally, new Alterations(chains));
    this.sessions = new SessionProof(tally, new SessionAlterations(chains));
  }

  /**
   * Alters the sessions of a scenario that has just ended. The next one empties the space: the
   * mailboxes are gone then, and the tokens are worth nothing.
   */
  void proveSessions(ScenarioResult scenario) {
    if (space.name().equals(scenario.space())) {
      // The other services are only met on the way: their rules need not fire.
      scenario.tags().stream()
          .flatMap(tag -> Optional.ofNullable(SERVICES.get(tag)).stream())
          .forEach(tally::isAbout);
      sessions.prove(
          new RecordedSessions(
                  exchange -> bench.rawExchange(space.id(), exchange.sequence()),
                  tally::door,
                  this::tls)
              .of(scenario.exchanges()));
    }
  }

  /**
   * Alters the requests of all scenarios, once they have ended.
   *
   * @param progress told now and then how far it is, French
   */
  FieldTable prove(List<RunReport> runs, Consumer<String> progress) {
    // Nobody holds a phone any more: a call played again would wait for its holder until it
    // expires
    bench.armFault(space.id(), new FaultRequest("psc", "ciba-canal-coupe", null, null, null));
    // Nor is what a scenario made older still old: an assertion played again is the one recorded
    bench.instance(space.id(), "insi").reset();
    int done = 0;
    for (RunReport run : runs) {
      for (ScenarioResult scenario : run.scenarios()) {
        if (space.name().equals(scenario.space())) {
          requests.prove(recorded(scenario));
          done++;
          if (done % STEP == 0) {
            progress.accept(
                "%s : %d scénarios, %d altérations".formatted(space.name(), done, tally.tried()));
          }
        }
      }
    }
    return tally.table();
  }

  private Map<String, Subject> subjects() {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    for (MockService service : bench.services()) {
      subjects.put(
          service.name(),
          new Subject(bench.instance(space.id(), service.name()), service.checks()));
    }
    return subjects;
  }

  /** Exchanges that went as they should: no fault played, no refusal, a service that answered. */
  private List<Recorded> recorded(ScenarioResult scenario) {
    List<Recorded> recorded = new ArrayList<>();
    for (Exchange exchange : scenario.exchanges()) {
      if (exchange.kind() == Exchange.Kind.HTTP
          && !answeredByTheBench(exchange.listener())
          && exchange.transaction() != null
          && exchange.faults().isEmpty()
          && exchange.refusal() == null) {
        recorded.add(
            new Recorded(
                exchange,
                RecordedRequest.of(
                    bench.rawExchange(space.id(), exchange.sequence()), tls(exchange))));
      }
    }
    return recorded;
  }

  private boolean answeredByTheBench(String listener) {
    return bench.services().stream()
        .flatMap(service -> service.listeners().stream())
        .anyMatch(spec -> spec.tellsRevocation() && spec.name().equals(listener));
  }

  private TlsFacts tls(Exchange exchange) {
    if (exchange.listener().endsWith(".clear")) {
      return TlsFacts.clear();
    }
    List<X509Certificate> chain =
        space.keyStores().stream()
            .filter(k -> k.subject().equals(exchange.clientCertificate()))
            .findFirst()
            .map(SpaceProof::chain)
            .orElse(List.of());
    return new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", chain);
  }

  private List<List<X509Certificate>> chains() {
    return space.keyStores().stream().map(SpaceProof::chain).toList();
  }

  private static List<X509Certificate> chain(KeyStoreDescription holder) {
    try (InputStream in = Files.newInputStream(Path.of(holder.pem()))) {
      return CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CertificateException e) {
      throw new IllegalStateException(holder.pem(), e);
    }
  }
}
