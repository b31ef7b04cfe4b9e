package fr.socle.psc.proxy.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.http.Headers;
import fr.socle.psc.outgoing.OutgoingCalls;
import fr.socle.psc.proxy.service.ApiAccess;
import fr.socle.psc.proxy.service.ApiRoute;
import fr.socle.psc.proxy.service.ServiceRefusal;
import fr.socle.psc.proxy.service.Software;
import fr.socle.psc.service.Digests;
import fr.socle.psc.service.SpaceTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the authorization servers of the APIs over their wire (psc.md 2.6). */
public final class ApiOverHttp implements ApiAccess {
  private static final String TYPE = "urn:ietf:params:oauth:token-type:";

  private final JsonPost post;
  private final SpaceTime time;
  private final boolean full;
  private final Map<String, X509Certificate> certificates;

  /**
   * Calls with these certificates.
   *
   * @param full whether {@code scope} and {@code cnf} are sent
   * @param certificates certificates of the client identities by name
   */
  public ApiOverHttp(
      OutgoingCalls calls,
      SpaceTime time,
      boolean full,
      Map<String, X509Certificate> certificates) {
    this.post = new JsonPost(calls);
    this.time = time;
    this.full = full;
    this.certificates = Map.copyOf(certificates);
  }

  @Override
  public Tokens exchange(
      Software software, ApiRoute route, String subjectToken, List<String> scopes)
      throws ServiceRefusal {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange");
    form.put("client_id", software.apiClientId());
    form.put("subject_token", subjectToken);
    form.put("subject_token_type", TYPE + "access_token");
    form.put("subject_issuer", "psc");
    if (full) {
      if (!scopes.isEmpty()) {
        form.put("scope", String.join(" ", scopes));
      }
      String thumbprint = thumbprint(software.identity());
      if (thumbprint != null) {
        form.put("cnf", "{\"x5t#S256\":\"" + thumbprint + "\"}");
      }
    }
    return call(software, route, form, full ? scopes : List.of());
  }

  @Override
  public Tokens refresh(Software software, ApiRoute route, String refreshToken)
      throws ServiceRefusal {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("client_id", software.apiClientId());
    form.put("refresh_token", refreshToken);
    return call(software, route, form, List.of());
  }

  // RFC 6749 5.1: an answer without scope grants what was asked
  private Tokens call(
      Software software, ApiRoute route, Map<String, String> form, List<String> asked)
      throws ServiceRefusal {
    JsonNode answer = post.form(software.identity(), route.tokenUrl(), Headers.none(), form);
    String refresh = answer.path("refresh_token").asText("");
    long life = answer.path("expires_in").asLong(0);
    return new Tokens(
        answer.path("access_token").asText(),
        time.now().plusSeconds(life),
        life,
        refresh.isEmpty() ? null : refresh,
        time.now().plusSeconds(answer.path("refresh_expires_in").asLong(0)),
        answer.path("scope").isTextual()
            ? Arrays.stream(answer.path("scope").asText().split(" +"))
                .filter(word -> !word.isEmpty())
                .toList()
            : asked);
  }

  private @Nullable String thumbprint(String identity) {
    X509Certificate certificate = certificates.get(identity);
    if (certificate == null) {
      return null;
    }
    try {
      return Digests.base64Url(
          MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
      throw new IllegalStateException("the certificates of the bench have a form", e);
    }
  }
}
