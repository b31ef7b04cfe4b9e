package fr.socle.psc.proxy.protocol;

import fr.socle.bench.http.Answer;
import fr.socle.psc.protocol.Answers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of the proxy, psc.md 2.7 (S: PROXY). */
final class ProxyAnswers {
  /** Name of the session cookie. */
  static final String COOKIE = "proxy_session_id";

  private ProxyAnswers() {}

  /** An error; its code is the status as a text, metadata are left out when nothing is known. */
  static Answer error(
      int status, String message, @Nullable String nationalId, @Nullable String clientId) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    if (nationalId != null) {
      metadata.put("nationalId", nationalId);
    }
    if (clientId != null) {
      metadata.put("clientId", clientId);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", Integer.toString(status));
    body.put("message", message);
    if (!metadata.isEmpty()) {
      body.put("metadata", metadata);
    }
    return Answers.json(status, body);
  }

  static Answer error(int status, String message) {
    return error(status, message, null, null);
  }

  static Answer setCookie(Answer answer, String session) {
    return answer.with("Set-Cookie", COOKIE + "=" + session + "; Path=/");
  }

  static Answer eraseCookie(Answer answer) {
    return answer.with("Set-Cookie", COOKIE + "=; Path=/; Max-Age=0");
  }
}
