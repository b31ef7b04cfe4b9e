package fr.socle.psc.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.bench.http.IncomingRequest;
import fr.socle.psc.service.Session;
import org.jspecify.annotations.Nullable;

/**
 * The single sign-on cookie. Its name holds the space: browsers do not keep the cookies of two
 * ports of one host apart, and two spaces must not log each other out.
 */
final class SessionCookie {
  private final String name;

  SessionCookie(String spaceId) {
    this.name = "PSC_SESSION_" + spaceId.replaceAll("[^A-Za-z0-9_-]", "_");
  }

  @Nullable String read(IncomingRequest request) {
    return Reading.cookie(request, name).orElse(null);
  }

  Answer set(Answer answer, Session session) {
    return session.cookie() == null ? answer : answer.with("Set-Cookie", line(session.cookie()));
  }

  Answer erase(Answer answer) {
    return answer.with("Set-Cookie", line("") + "; Max-Age=0");
  }

  // SameSite=None: the request may come from a form of the relying party's site
  private String line(String value) {
    return name + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=None";
  }
}
