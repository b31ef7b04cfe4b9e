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
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** The correct exchanges of runs of the reference, as the journal of their bench holds them. */
public final class Recordings {
  /** Scenarios between two words of progress. */
  private static final int STEP = 20;

  /** Which service the tag of a feature names. */
  private static final Map<String, String> SERVICES =
      Map.of("@PSC", "psc", "@INS", "insi", "@DMP", "dmp", "@MSS", "mss");

  private final Bench bench;
  private final List<RunReport> runs;

  /** The recordings of runs that have just ended; their spaces are still open. */
  public Recordings(Bench bench, List<RunReport> runs) {
    this.bench = bench;
    this.runs = List.copyOf(runs);
  }

  /**
   * Alters everything that was recorded, space by space.
   *
   * @param progress told now and then how far it is, French
   */
  public FieldTable prove(Consumer<String> progress) {
    List<FieldTable> tables = new ArrayList<>();
    for (SpaceDescriptor space : bench.spaces()) {
      // Nobody holds a phone any more: a call played again would wait for its holder until it
      // expires
      bench.armFault(space.id(), new FaultRequest("psc", "ciba-canal-coupe", null, null, null));
      // Nor is what a scenario made older still old: an assertion played again is the one recorded
      bench.instance(space.id(), "insi").reset();
      Tally tally = new Tally(subjects(space), inPlay());
      List<List<X509Certificate>> chains = chains(space);
      FieldProof requests = new FieldProof(tally, new Alterations(chains));
      SessionProof sessions = new SessionProof(tally, new SessionAlterations(chains));
      int done = 0;
      for (RunReport run : runs) {
        for (ScenarioResult scenario : run.scenarios()) {
          if (space.name().equals(scenario.space())) {
            requests.prove(recorded(space, scenario));
            sessions.prove(sessions(space, tally, scenario));
            done++;
            if (done % STEP == 0) {
              progress.accept(
                  "%s : %d scénarios, %d altérations".formatted(space.name(), done, tally.tried()));
            }
          }
        }
      }
      tables.add(tally.table());
    }
    return FieldTable.merge(tables);
  }

  /** The services that the scenarios are about: others are only met on the way. */
  private Set<String> inPlay() {
    return runs.stream()
        .flatMap(run -> run.scenarios().stream())
        .flatMap(scenario -> scenario.tags().stream())
        .flatMap(tag -> Optional.ofNullable(SERVICES.get(tag)).stream())
        .collect(Collectors.toSet());
  }

  private List<SessionScript> sessions(
      SpaceDescriptor space, Tally tally, ScenarioResult scenario) {
    return new RecordedSessions(
            exchange -> bench.rawExchange(space.id(), exchange.sequence()),
            tally::door,
            exchange -> tls(space, exchange))
        .of(scenario.exchanges());
  }

  private Map<String, Subject> subjects(SpaceDescriptor space) {
    Map<String, Subject> subjects = new LinkedHashMap<>();
    for (MockService service : bench.services()) {
      subjects.put(
          service.name(),
          new Subject(bench.instance(space.id(), service.name()), service.checks()));
    }
    return subjects;
  }

  /** Exchanges that went as they should: no fault played, no refusal. */
  private List<Recorded> recorded(SpaceDescriptor space, ScenarioResult scenario) {
    List<Recorded> recorded = new ArrayList<>();
    for (Exchange exchange : scenario.exchanges()) {
      if (exchange.kind() == Exchange.Kind.HTTP
          && exchange.transaction() != null
          && exchange.faults().isEmpty()
          && exchange.refusal() == null) {
        recorded.add(
            new Recorded(
                exchange,
                RecordedRequest.of(
                    bench.rawExchange(space.id(), exchange.sequence()), tls(space, exchange))));
      }
    }
    return recorded;
  }

  private static TlsFacts tls(SpaceDescriptor space, Exchange exchange) {
    if (exchange.listener().endsWith(".clear")) {
      return TlsFacts.clear();
    }
    List<X509Certificate> chain =
        space.keyStores().stream()
            .filter(k -> k.subject().equals(exchange.clientCertificate()))
            .findFirst()
            .map(Recordings::chain)
            .orElse(List.of());
    return new TlsFacts("TLSv1.3", "TLS_AES_256_GCM_SHA384", chain);
  }

  private static List<List<X509Certificate>> chains(SpaceDescriptor space) {
    return space.keyStores().stream().map(Recordings::chain).toList();
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
