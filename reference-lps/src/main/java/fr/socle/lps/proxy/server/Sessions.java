package fr.socle.lps.proxy.server;

import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.psc.PscSession;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The open sessions: one for each professional and software (psc.md 2.7). Thread-safe. */
final class Sessions {

  private final LoginSettings settings;
  private final Defects defects;
  private final Map<String, OpenSession> byId = new LinkedHashMap<>();

  Sessions(LoginSettings settings, Defects defects) {
    this.settings = settings;
    this.defects = defects;
  }

  /** Opens one; the one before of the same professional and software is forgotten. */
  synchronized OpenSession open(String nationalId, Software software, PscSession login) {
    Optional<OpenSession> shared =
        byId.values().stream().filter(one -> one.software().equals(software)).findFirst();
    if (shared.isPresent() && defects.has(Mutant.PROXY_EDITEUR_SESSION_PARTAGEE)) {
      OpenSession same = new OpenSession(shared.get().id(), nationalId, software, login);
      byId.put(same.id(), same);
      return same;
    }
    Asker owner = new Asker(nationalId, software.clientId());
    byId.values().removeIf(one -> one.owner().equals(owner));
    byte[] id = new byte[24];
    settings.random().nextBytes(id);
    String cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    OpenSession session = new OpenSession(cookie, nationalId, software, login);
    byId.put(cookie, session);
    return session;
  }

  /** The session of a cookie, while it lives. */
  synchronized Optional<OpenSession> find(String cookie) {
    OpenSession session = byId.get(cookie);
    if (session != null && session.login().over(settings.clock().instant())) {
      byId.remove(cookie);
      return Optional.empty();
    }
    return Optional.ofNullable(session);
  }

  /** Ends a session; nothing when it is over already. */
  synchronized Optional<OpenSession> end(String cookie) {
    return Optional.ofNullable(byId.remove(cookie));
  }
}
