package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import fr.socle.bench.check.SequenceCheck;
import fr.socle.bench.check.WindowTraffic;
import fr.socle.bench.check.WindowTraffic.Observed;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Requests;
import fr.socle.insi.service.KnownPerson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calls of one window to an INSi that knows a few persons, and the rules on their order. */
final class JudgedWindow {
  private final JudgedInsi bench;
  private final List<Observed<?>> window = new ArrayList<>();

  JudgedWindow(KnownPerson... persons) {
    this.bench = new JudgedInsi(Map.of(), persons);
  }

  /** One call more, answered by this fault if one is named. */
  void serve(String message, String contentType, @Nullable String fault) {
    RequestFaults faults =
        wanted -> wanted.equals(fault) ? Optional.of(Map.of()) : Optional.empty();
    Served served =
        bench.serve(Requests.post(contentType, message.getBytes(UTF_8), TlsFacts.clear()), faults);
    window.add(new Observed<>(exchange(served), served.message()));
  }

  private Exchange exchange(Served served) {
    return new Exchange(
        window.size() + 1L,
        "espace",
        "fenetre",
        "insi",
        "insi.certificate",
        Exchange.Kind.HTTP,
        served.transaction(),
        Instant.EPOCH,
        1,
        "POST",
        "/lps",
        served.answer().status(),
        null,
        JsonNodeFactory.instance.objectNode(),
        served.refusal(),
        List.of(),
        1,
        1,
        List.of());
  }

  /** Rules broken in the window, in the order of the book; each said of its last call. */
  List<String> broken() {
    List<String> rules = new ArrayList<>();
    for (SequenceCheck check : InsiChecks.book().sequences()) {
      check.judge(
          new WindowTraffic(window),
          new SequenceCheck.SequenceFindings() {
            @Override
            public void add(
                long sequence, String location, String expected, String found, String mend) {
              assertThat(mend).endsWith(".");
              assertThat(sequence).isEqualTo(window.size());
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
