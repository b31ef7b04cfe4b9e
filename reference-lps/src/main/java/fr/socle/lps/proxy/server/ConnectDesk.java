package fr.socle.lps.proxy.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.PscFailure;
import fr.socle.lps.psc.PscProblem;
import fr.socle.lps.psc.PscSession;
import fr.socle.lps.psc.ciba.Channel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.Set;

/** {@code /connect} and {@code /disconnect} (psc.md 2.7). */
final class ConnectDesk {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Set<String> OUTAGES = Set.of("502", "503", "504");

  private final Softwares softwares;
  private final Sessions sessions;
  private final TraceLog traces;
  private final Defects defects;

  ConnectDesk(Softwares softwares, Sessions sessions, TraceLog traces, Defects defects) {
    this.softwares = softwares;
    this.sessions = sessions;
    this.traces = traces;
    this.defects = defects;
  }

  /**
   * Logs somebody in, or says that he is.
   *
   * @param cookie value of the cookie, empty without
   */
  ProxyAnswer connect(byte[] body, String cookie, InetSocketAddress from)
      throws InterruptedException {
    Optional<OpenSession> alive = sessions.find(cookie);
    if (alive.isPresent() && !defects.has(Mutant.PROXY_EDITEUR_RECONNEXION)) {
      traces.write("CONNECT_REPLAY", alive.get(), from);
      return ProxyAnswer.empty(304);
    }
    JsonNode asked = read(body);
    Asker asker = new Asker(text(asked, "nationalId"), text(asked, "clientId"));
    try {
      String number = text(asked, "bindingMessage");
      Optional<Channel> channel = channel(text(asked, "channel"));
      if (asker.nationalId().isEmpty()
          || asker.clientId().isEmpty()
          || channel.isEmpty()
          || !number.matches("\\d{2}")) {
        throw new Refused(
            400, "nationalId, bindingMessage (deux chiffres), clientId et channel sont attendus");
      }
      OpenSession opened = login(asker, channel.get(), number);
      traces.write("CONNECT_SUCCESS", opened, from);
      ObjectNode answer = JSON.createObjectNode();
      answer.put("proxy_session_id", opened.id());
      answer.put("session_state", opened.login().state());
      return ProxyAnswer.json(200, answer.toString()).setting(opened.id());
    } catch (Refused e) {
      traces.refused(asker, from);
      return ProxyAnswer.error(e.status, String.valueOf(e.getMessage()), asker);
    }
  }

  /** Ends a session here and at Pro Santé Connect. */
  ProxyAnswer disconnect(String cookie, InetSocketAddress from) throws InterruptedException {
    Optional<OpenSession> ended = sessions.end(cookie);
    if (ended.isEmpty()) {
      return defects.has(Mutant.PROXY_EDITEUR_DECONNEXION_REPETEE)
          ? ProxyAnswer.empty(200)
          : ProxyAnswer.error(401, "Session inconnue", Asker.unknown());
    }
    OpenSession session = ended.get();
    traces.write("DISCONNECT", session, from);
    if (!defects.has(Mutant.PROXY_EDITEUR_DECONNEXION_LOCALE)) {
      try {
        session.software().logins().logout(session.login());
      } catch (PscProblem e) {
        return ProxyAnswer.error(503, e.told(), session.owner()).erasingCookie();
      }
    }
    return ProxyAnswer.empty(200).erasingCookie();
  }

  private OpenSession login(Asker asker, Channel channel, String number)
      throws Refused, InterruptedException {
    Software software;
    try {
      int unknown = defects.has(Mutant.PROXY_EDITEUR_LOGICIEL_INCONNU) ? 401 : 404;
      software =
          softwares
              .find(asker.clientId())
              .orElseThrow(() -> new Refused(unknown, "Logiciel inconnu de ce proxy"));
    } catch (IOException e) {
      throw new Refused(500, "Le certificat de ce logiciel ne peut pas être employé");
    }
    try {
      PscSession login = software.logins().login(asker.nationalId(), channel, number);
      return sessions.open(asker.nationalId(), software, login);
    } catch (PscFailure e) {
      throw OUTAGES.contains(e.code())
          ? new Refused(Integer.parseInt(e.code()), e.told())
          : new Refused(401, e.told());
    } catch (PscProblem e) {
      throw new Refused(401, e.told());
    }
  }

  private static JsonNode read(byte[] body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? JSON.createObjectNode() : read;
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  private static String text(JsonNode asked, String member) {
    String text = asked.path(member).textValue();
    return text == null ? "" : text;
  }

  private static Optional<Channel> channel(String word) {
    return switch (word) {
      case "CARD" -> Optional.of(Channel.CARD);
      case "MOBILE" -> Optional.of(Channel.MOBILE);
      default -> Optional.empty();
    };
  }

  private static final class Refused extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    Refused(int status, String message) {
      super(message);
      this.status = status;
    }
  }
}
