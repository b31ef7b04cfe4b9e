package fr.socle.features.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.ProxyCallAnswer;
import fr.socle.bench.client.api.ProxyCallRequest;

/**
 * An editor's proxy that does everything wrong: one session for all, and no notice of any fault.
 */
final class WrongProxy {
  private WrongProxy() {}

  static ProxyCallAnswer answer(FakeBench bench, String space, ProxyCallRequest call) {
    boolean connects = call.target().equals("/connect");
    boolean disturbs = !connects || !bench.endedSessions(space);
    if (disturbs) {
      bench.receive(space, "psc", "PSC ciba", "binding_message=42");
    }
    if (connects) {
      bench.receive(space, "psc", "PSC token", brief(), "grant_type=ciba");
      bench.receive(space, "psc", "Proxy connect", call.target());
      return new ProxyCallAnswer(200, "s", "{\"proxy_session_id\":\"s\"}");
    }
    if (call.target().startsWith("/send")) {
      bench.receive(space, "psc", "API call", "Authorization: Bearer of Pro Santé Connect");
      for (int again = 0; again < 3; again++) {
        bench.receive(space, "psc", "API token", brief(), "subject_token=x");
      }
    }
    bench.receive(space, "psc", "Proxy disconnect", call.target());
    return new ProxyCallAnswer(200, null, "[]");
  }

  private static ObjectNode brief() {
    ObjectNode token = JsonNodeFactory.instance.objectNode();
    token.putObject("access_token").putObject("claims").put("iat", 100).put("exp", 101);
    return token;
  }
}
