package fr.socle.dmp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.socle.bench.check.Condensable;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Refusal;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.Served;
import fr.socle.dmp.protocol.DmpMessage;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A window of calls to a DMP, judged as the bench judges one when it closes. */
public final class DmpWindow {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JudgedDmp dmp;
  private final List<Observed<?>> observed = new ArrayList<>();

  public DmpWindow(JudgedDmp dmp) {
    this.dmp = dmp;
  }

  /** A call that the DMP serves while these faults of ours are played; what came of it. */
  public Served call(IncomingRequest request, String... faults) {
    Served served = dmp.serve(request);
    Object message = served.message();
    observed.add(
        new Observed<>(
            exchange(
                "dmp",
                served.transaction(),
                served.answer().status(),
                JSON.valueToTree(served.decoded()),
                served.refusal(),
                List.of(faults)),
            message instanceof Condensable whole ? whole.condensed() : message));
    return served;
  }

  /** A page of the web site, asked for with a certificate. */
  public void visit(String page, X509Certificate tls) {
    Served served = dmp.visit(page, tls);
    observed.add(
        new Observed<>(
            exchange(
                "dmp",
                served.transaction(),
                served.answer().status(),
                JSON.valueToTree(served.decoded()),
                served.refusal(),
                List.of()),
            served.message()));
  }

  /** What the window keeps of its call of that rank. */
  public DmpMessage message(int rank) {
    return (DmpMessage) Objects.requireNonNull(observed.get(rank).message());
  }

  /** A call of another service, as the journal shows it. */
  public void other(String service, JsonNode decoded) {
    observed.add(new Observed<>(exchange(service, service, 200, decoded, null, List.of()), null));
  }

  private Exchange exchange(
      String service,
      @Nullable String transaction,
      int status,
      JsonNode decoded,
      @Nullable Refusal refusal,
      List<String> faults) {
    return new Exchange(
        observed.size() + 1L,
        "e1",
        "fenetre",
        service,
        service,
        Exchange.Kind.HTTP,
        transaction,
        Instant.EPOCH,
        1,
        "POST",
        "/",
        status,
        null,
        decoded,
        refusal,
        faults,
        1,
        1,
        List.of());
  }

  /** Rules broken in the window, in the order of the book. */
  public List<String> broken() {
    List<String> rules = new ArrayList<>();
    for (SequenceCheck check : JudgedDmp.book().sequences()) {
      check.judge(
          new WindowTraffic(observed),
          new SequenceCheck.SequenceFindings() {
            @Override
            public void add(
                long sequence, String location, String expected, String found, String mend) {
              assertThat(mend).endsWith(".");
              rules.add(check.rule().id());
            }

            @Override
            public void addAbsence(String expected, String found, String mend) {
              rules.add(check.rule().id());
            }
          });
    }
    return rules;
  }
}
