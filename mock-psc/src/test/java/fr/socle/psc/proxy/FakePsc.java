package fr.socle.psc.proxy;

import fr.socle.psc.People;
import fr.socle.psc.proxy.service.PscAccess;
import fr.socle.psc.proxy.service.PscTokens;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.Software;
import fr.socle.psc.service.SpaceTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Pro Santé Connect as a proxy sees it, which answers what the test says. */
final class FakePsc implements PscAccess {
  final List<String> calls = new ArrayList<>();
  final Deque<ServiceRefusal> refusals = new ArrayDeque<>();
  String user = People.DOCTOR;
  private final SpaceTime time;
  private int issued;

  FakePsc(SpaceTime time) {
    this.time = time;
  }

  /** Refuses the next call but the first one of a login. */
  FakePsc refuses(int status, String error) {
    refusals.add(new ServiceRefusal(status, error, "pourquoi"));
    return this;
  }

  @Override
  public Pending begin(Software software, String nationalId, String binding, Channel channel)
      throws ServiceRefusal {
    calls.add("begin " + nationalId + " " + binding + " " + channel + " " + software.identity());
    return new Pending("demande", Duration.ofSeconds(120), Duration.ofSeconds(5));
  }

  @Override
  public PscTokens poll(Software software, String authReqId) throws ServiceRefusal {
    calls.add("poll " + authReqId);
    refuse();
    return tokens();
  }

  @Override
  public String whose(Software software, PscTokens tokens) {
    calls.add("whose");
    return user;
  }

  @Override
  public PscTokens refresh(Software software, String refreshToken) throws ServiceRefusal {
    calls.add("refresh " + refreshToken);
    refuse();
    return tokens();
  }

  @Override
  public void logout(Software software, String idToken) throws ServiceRefusal {
    calls.add("logout " + idToken);
    refuse();
  }

  private void refuse() throws ServiceRefusal {
    ServiceRefusal next = refusals.poll();
    if (next != null) {
      throw next;
    }
  }

  private PscTokens tokens() {
    issued++;
    return new PscTokens(
        "acces" + issued,
        time.now().plusSeconds(120),
        120,
        "rafraichir" + issued,
        "identite" + issued,
        "session-psc");
  }
}
