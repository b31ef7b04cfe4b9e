package fr.socle.psc.proxy;

import fr.socle.psc.proxy.service.ApiAccess;
import fr.socle.psc.proxy.service.ApiRoute;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.Software;
import fr.socle.psc.service.SpaceTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Authorization servers as a proxy sees them, which answer what the test says. */
final class FakeApis implements ApiAccess {
  final List<String> calls = new ArrayList<>();
  final Deque<ServiceRefusal> refusals = new ArrayDeque<>();
  private final SpaceTime time;
  private int issued;

  FakeApis(SpaceTime time) {
    this.time = time;
  }

  @Override
  public Tokens exchange(
      Software software, ApiRoute route, String subjectToken, List<String> scopes)
      throws ServiceRefusal {
    calls.add("exchange " + route.name() + " " + subjectToken + " " + scopes);
    return tokens();
  }

  @Override
  public Tokens refresh(Software software, ApiRoute route, String refreshToken)
      throws ServiceRefusal {
    calls.add("refresh " + route.name() + " " + refreshToken);
    return tokens();
  }

  private Tokens tokens() throws ServiceRefusal {
    ServiceRefusal next = refusals.poll();
    if (next != null) {
      throw next;
    }
    issued++;
    return new Tokens(
        "api" + issued,
        time.now().plusSeconds(600),
        600,
        "renouveler" + issued,
        time.now().plusSeconds(1800),
        List.of());
  }
}
