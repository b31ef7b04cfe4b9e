package fr.socle.lps.psc;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.lps.banc.PscClient;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls this software makes to Pro Santé Connect without a browser. The client secret and the
 * tokens only travel here (EXI PSC 22). Thread-safe.
 */
final class BackChannel {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Wire wire;
  private final Wire userinfoWire;
  private final URI discovery;
  private final PscClient client;
  private final Clock clock;
  private final Defects defects;
  private final KeyRing userinfoKeys = new KeyRing(this::keys);
  private @Nullable ProviderMetadata provider;

  /**
   * @param wire presents the certificate of the organisation when the client has one
   * @param userinfoWire the same, for the calls with an access token
   */
  BackChannel(
      Wire wire, Wire userinfoWire, URI discovery, PscClient client, Clock clock, Defects defects) {
    this.wire = wire;
    this.userinfoWire = userinfoWire;
    this.discovery = discovery;
    this.client = client;
    this.clock = clock;
    this.defects = defects;
  }

  /** The provider's metadata, read once; may be asked for on any thread. */
  synchronized ProviderMetadata provider() throws PscProblem, InterruptedException {
    if (provider == null) {
      provider =
          ProviderMetadata.of(
              document(discovery, "le document de découverte"),
              discovery,
              client.usesCertificate());
    }
    return provider;
  }

  JwkSet keys() throws PscProblem, InterruptedException {
    return JwkSet.of(document(provider().jwks(), "les clés de signature"), defects);
  }

  /** Exchanges a code. */
  Tokens exchange(String code, URI redirectUri, String codeVerifier)
      throws PscProblem, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirectUri.toString());
    form.put("code_verifier", codeVerifier);
    return tokens(form);
  }

  /** Asks for new tokens. */
  Tokens refresh(String refreshToken) throws PscProblem, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", refreshToken);
    return tokens(form);
  }

  /** The claims of userinfo, or nothing when the access token is no longer accepted. */
  Optional<JsonNode> userinfo(String accessToken) throws PscProblem, InterruptedException {
    URI address = provider().userinfo();
    if (defects.has(Mutant.PSC_JETON_DANS_ADRESSE)) {
      address = Form.with(address, Map.of("access_token", accessToken));
    }
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + accessToken)
            .header("Accept", "application/json")
            .build();
    Answer answer = send(userinfoWire, request);
    if (defects.has(Mutant.PSC_USERINFO_INSISTE)) {
      for (int again = 0; again < 8 && !read(answer).isObject(); again++) {
        answer = send(userinfoWire, request);
      }
    }
    if (answer.status() == 401) {
      return Optional.empty();
    }
    if (defects.has(Mutant.PSC_MESSAGE_TECHNIQUE) && !read(answer).isObject()) {
      throw new PscFailure("java.io.IOException: Unexpected end-of-input in field name");
    }
    if ("application/jwt".equals(answer.contentType())) {
      return Optional.of(signedProfile(new String(answer.body(), US_ASCII)));
    }
    return Optional.of(
        json(
            defects.has(Mutant.PSC_NOM_ABIME) ? answer.misread() : answer,
            "vos données professionnelles (userinfo)"));
  }

  /** Signed professional data, once their signature is verified: OpenID Connect Core 5.3.4. */
  private JsonNode signedProfile(String compact) throws PscProblem, InterruptedException {
    Jws profile = Jws.parse(compact);
    if (defects.has(Mutant.PSC_USERINFO_SIGNATURE_IGNOREE)) {
      return profile.claims();
    }
    boolean ours =
        profile.acceptable()
            && profile.signedBy(userinfoKeys.find(profile.keyId()))
            && provider().issuer().equals(profile.claims().path("iss").textValue())
            && client.clientId().equals(profile.claims().path("aud").textValue());
    if (!ours) {
      throw new PscRefusal(
          "Connexion refusée : vos données professionnelles ne sont pas signées par Pro Santé"
              + " Connect. Recommencez la connexion.");
    }
    return profile.claims();
  }

  /** Calls a service of Pro Santé Connect with an access token. */
  Answer call(String accessToken, HttpRequest.Builder request)
      throws PscProblem, InterruptedException {
    return send(wire, request.header("Authorization", "Bearer " + accessToken).build());
  }

  private Tokens tokens(Map<String, String> form) throws PscProblem, InterruptedException {
    Answer answer = post(provider().token(), form);
    for (int again = 0; again < 10 && insists(answer); again++) {
      answer = post(provider().token(), form);
    }
    boolean first = "authorization_code".equals(form.get("grant_type"));
    if (first && defects.has(Mutant.PSC_MESSAGE_TECHNIQUE) && answer.status() != 200) {
      throw new PscFailure(
          "java.io.IOException: HTTP "
              + answer.status()
              + "\n\tat fr.socle.lps.psc.BackChannel.tokens(BackChannel.java)");
    }
    if (answer.status() == 400 || answer.status() == 401) {
      String error = read(answer).path("error").asText("erreur " + answer.status());
      throw new PscFailure(
          "Pro Santé Connect a refusé de remettre un jeton à ce logiciel ("
              + error
              + "). Recommencez la connexion ; si le refus se répète, prévenez votre éditeur.",
          error);
    }
    JsonNode given = json(answer, "les jetons");
    if (defects.has(Mutant.PSC_DUREE_SUPPOSEE) && given instanceof ObjectNode written) {
      written.put("expires_in", 120);
    }
    return Tokens.of(given, clock.instant());
  }

  private boolean insists(Answer answer) {
    return defects.has(Mutant.PSC_INSISTANCE) && answer.status() >= 429;
  }

  /** Posts a form with the proof of this client, and gives the answer whatever it says. */
  Answer post(URI address, Map<String, String> parameters) throws PscFailure, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>(parameters);
    HttpRequest.Builder request = form(address);
    authenticate(form, request);
    if (defects.has(Mutant.PSC_APPEL_DE_NAVIGATEUR)) {
      request
          .header("Origin", "https://lps.example")
          .header("Sec-Fetch-Mode", "cors")
          .header("Sec-Fetch-Site", "cross-site");
    }
    return send(wire, request.POST(HttpRequest.BodyPublishers.ofString(Form.encode(form))).build());
  }

  /** Posts the end of a session that no browser knows: psc.md 2.4 (S: PROXY). */
  Answer endSession(URI address, Map<String, String> form) throws PscFailure, InterruptedException {
    return send(
        wire, form(address).POST(HttpRequest.BodyPublishers.ofString(Form.encode(form))).build());
  }

  private static HttpRequest.Builder form(URI address) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json");
  }

  private void authenticate(Map<String, String> form, HttpRequest.Builder request)
      throws PscFailure {
    String secret = client.clientSecret();
    switch (client.authMethod()) {
      case "tls_client_auth" -> form.put("client_id", client.clientId()); // RFC 8705 section 2
      case "client_secret_post" -> {
        form.put("client_id", client.clientId());
        form.put("client_secret", String.valueOf(secret));
      }
      case "client_secret_basic" -> {
        // RFC 6749 2.3.1: both parts are form-encoded before they are joined.
        String pair = Form.encode(client.clientId()) + ":" + Form.encode(String.valueOf(secret));
        request.header(
            "Authorization", "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8)));
      }
      default ->
          throw new PscFailure(
              "Ce logiciel ne connaît pas la méthode d'authentification « "
                  + client.authMethod()
                  + " ».");
    }
  }

  private JsonNode document(URI address, String what) throws PscProblem, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address).header("Accept", "application/json").build();
    int again = defects.has(Mutant.PSC_PANNE_INSISTE) ? 9 : 0;
    while (true) {
      try {
        return json(send(wire, request), what);
      } catch (PscFailure e) {
        if (again-- == 0) {
          throw e;
        }
      }
    }
  }

  private static Answer send(Wire wire, HttpRequest request)
      throws PscFailure, InterruptedException {
    try {
      return wire.send(request);
    } catch (Wire.Unreachable e) {
      throw new PscFailure(
          "Pro Santé Connect est injoignable ("
              + e.getMessage()
              + "). Réessayez dans un moment, ou connectez-vous autrement.");
    }
  }

  private static JsonNode json(Answer answer, String what) throws PscFailure {
    JsonNode document = read(answer);
    if (answer.status() != 200 || !document.isObject()) {
      throw new PscFailure(
          "Pro Santé Connect n'a pas donné "
              + what
              + " (réponse "
              + answer.status()
              + "). Réessayez dans un moment.");
    }
    return document;
  }

  static JsonNode read(Answer answer) {
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      return JSON.missingNode(); // a page, a truncated document: the caller says what is missing
    }
  }
}
