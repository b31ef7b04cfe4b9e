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
import java.util.function.Consumer;

/** The correct exchanges of runs of the reference, as the journal of their bench holds them. */
public final class Recordings {
  /** Scenarios between two words of progress. */
  private static final int STEP = 20;

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
      FieldProof proof = new FieldProof(subjects(space), new Alterations(chains(space)));
      int done = 0;
      for (RunReport run : runs) {
        for (ScenarioResult scenario : run.scenarios()) {
          if (space.name().equals(scenario.space())) {
            proof.prove(recorded(space, scenario));
            done++;
            if (done % STEP == 0) {
              progress.accept(
                  "%s : %d scénarios, %d altérations".formatted(space.name(), done, proof.tried()));
            }
          }
        }
      }
      tables.add(proof.table());
    }
    return FieldTable.merge(tables);
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
