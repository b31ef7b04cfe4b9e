package fr.socle.psc.exchange;

import static fr.socle.psc.PscOnPaper.json;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Headers;
import fr.socle.bench.http.Served;
import fr.socle.psc.Certificates;
import fr.socle.psc.PscOnPaper;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A space with a proxy declared to its APIs, without a wire. */
final class ApiOnPaper {
  static final String REALM = "/auth/realms/insi/protocol/openid-connect/";
  static final String TYPE = "urn:ietf:params:oauth:token-type:";

  final X509Certificate certificate =
      Certificates.of("CN=proxy,OU=10B0000001,O=CABINET EXEMPLE,ST=Paris (75),C=FR");
  final PscOnPaper psc;

  ApiOnPaper(Map<String, String> settings) {
    this.psc = new PscOnPaper(settings, certificate);
  }

  ApiOnPaper() {
    this(Map.of());
  }

  /** Logs the doctor in, and presents the certificate of the proxy from then on. */
  String accessToken() {
    String token = psc.tokens().path("access_token").asText();
    psc.present(certificate);
    return token;
  }

  Map<String, String> correctForm(String subjectToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("client_id", "proxy-demo");
    form.put("subject_token", subjectToken);
    form.put("subject_token_type", TYPE + "access_token");
    form.put("subject_issuer", "psc");
    form.put("scope", "insi");
    form.put("cnf", "{\"x5t#S256\":\"" + thumbprint(certificate) + "\"}");
    return form;
  }

  /** The correct form with one parameter changed; null takes it away. */
  Map<String, String> formWith(String subjectToken, String name, String value) {
    Map<String, String> form = correctForm(subjectToken);
    if (value == null) {
      form.remove(name);
    } else {
      form.put(name, value);
    }
    return form;
  }

  Served exchange(Map<String, String> form) {
    return post(REALM + "token", form);
  }

  Served post(String target, Map<String, String> form) {
    return psc.back(
        "POST",
        target,
        Headers.none().with("Content-Type", "application/x-www-form-urlencoded"),
        PscOnPaper.encode(form));
  }

  JsonNode apiToken() {
    return json(exchange(correctForm(accessToken())));
  }

  /** A business call of INSi. */
  Served call(String token) {
    return psc.back(
        "POST",
        "/api/insi/lps",
        Headers.none().with("Authorization", "Bearer " + token),
        "<demande/>");
  }

  static String thumbprint(X509Certificate certificate) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
