package fr.socle.insi;

import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.bench.check.CheckedExchange;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.RequestFaults;
import fr.socle.bench.http.Served;
import fr.socle.insi.check.InsiChecks;
import fr.socle.insi.protocol.AccessMode;
import fr.socle.insi.protocol.InsiEndpoint;
import fr.socle.insi.service.FaultTable;
import fr.socle.insi.service.InsiService;
import fr.socle.insi.service.InsiSettings;
import fr.socle.insi.service.KnownPerson;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** INSi with its checks, without a listener in front. */
public final class JudgedInsi {
  private static final CheckBook BOOK = InsiChecks.book();

  private final InsiService service;
  private final InsiEndpoint endpoint;

  public JudgedInsi(Map<String, String> settings, KnownPerson... persons) {
    this(AccessMode.CERTIFICATE, Clock.systemUTC(), settings, persons);
  }

  public JudgedInsi(
      AccessMode mode, Clock clock, Map<String, String> settings, KnownPerson... persons) {
    this.service =
        new InsiService(
            Persons.directory(persons),
            InsiSettings.read(settings::getOrDefault),
            FaultTable.standard(),
            Persons.credentials(settings, clock));
    this.endpoint = new InsiEndpoint(service, "http://localhost:8451", mode);
  }

  public InsiService service() {
    return service;
  }

  public Served serve(IncomingRequest request) {
    return endpoint.serve(request, RequestFaults.none());
  }

  public Served serve(IncomingRequest request, RequestFaults faults) {
    return endpoint.serve(request, faults);
  }

  /** What the checks of its transaction find in an exchange. */
  public List<Found> findings(IncomingRequest request) {
    Served served = serve(request);
    CheckBook.Page<?> page = BOOK.pages().get(String.valueOf(served.transaction()));
    return page == null ? List.of() : findings(page, request, served);
  }

  private static <M> List<Found> findings(
      CheckBook.Page<M> page, IncomingRequest request, Served served) {
    M message = page.message().cast(served.message());
    List<Found> found = new ArrayList<>();
    for (Check<M> check : page.checks()) {
      check.judge(
          new CheckedExchange<>(message, request, served.answer()),
          (location, expected, actual, mend) ->
              found.add(new Found(check.rule().id(), location, expected, actual, mend)));
    }
    return found;
  }

  /** One finding. */
  public record Found(String rule, String location, String expected, String found, String mend) {}
}
