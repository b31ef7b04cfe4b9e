package fr.socle.lps.proxy.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * What this proxy answers.
 *
 * @param status HTTP status
 * @param contentType type of the body, empty without body
 * @param cookie value of {@code Set-Cookie}, null to set none
 * @param body body
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes, never compared
record ProxyAnswer(int status, String contentType, @Nullable String cookie, byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  static ProxyAnswer empty(int status) {
    return new ProxyAnswer(status, "", null, new byte[0]);
  }

  static ProxyAnswer json(int status, String body) {
    return new ProxyAnswer(status, "application/json", null, body.getBytes(UTF_8));
  }

  /** The error body of the contract (psc.md 2.7). */
  static ProxyAnswer error(int status, String message, Asker asker) {
    ObjectNode body = JSON.createObjectNode();
    body.put("code", Integer.toString(status)).put("message", message);
    if (!asker.nationalId().isEmpty() || !asker.clientId().isEmpty()) {
      ObjectNode metadata = body.putObject("metadata");
      metadata.put("nationalId", asker.nationalId()).put("clientId", asker.clientId());
    }
    return json(status, body.toString());
  }

  ProxyAnswer setting(String session) {
    return new ProxyAnswer(
        status, contentType, "proxy_session_id=" + session + "; Path=/; HttpOnly", body);
  }

  ProxyAnswer erasingCookie() {
    return new ProxyAnswer(
        status, contentType, "proxy_session_id=; Path=/; Max-Age=0; HttpOnly", body);
  }
}
