package fr.socle.lps.proxy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.lps.banc.BenchDescriptor;
import fr.socle.lps.banc.DescriptorRefused;
import fr.socle.lps.mutant.Defects;
import fr.socle.lps.mutant.Mutant;
import fr.socle.lps.psc.LoginSettings;
import fr.socle.lps.reseau.Answer;
import fr.socle.lps.reseau.Tls;
import fr.socle.lps.reseau.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls the Proxy e-Santé as its published contract says (psc.md 2.7): a login that the
 * professional confirms on his phone or card reader, calls of the APIs under his session, a logout.
 * One cookie a professional is kept. One user logs in at a time; sendings are thread-safe.
 */
public final class EsanteProxy {

  private static final String COOKIE = "proxy_session_id";
  private static final int LARGEST_ANSWER = 64 << 20; // documents of the DMP come this way
  private static final int ATTEMPTS_OF_THE_STUBBORN = 3;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Wire quick;
  private final Wire patient;
  private final String address;
  private final String clientId;
  private final LoginSettings settings;
  private final Defects defects;

  /** The cookies of the living sessions, by national identifier. */
  private final Map<String, String> cookies = new ConcurrentHashMap<>();

  private EsanteProxy(
      Wire quick,
      Wire patient,
      String address,
      String clientId,
      LoginSettings settings,
      Defects defects) {
    this.quick = quick;
    this.patient = patient;
    this.address = address;
    this.clientId = clientId;
    this.settings = settings;
    this.defects = defects;
  }

  /** What the professional confirms a login with. */
  public enum Means {
    /** The e-CPS application. */
    MOBILE,
    /** The card, in its reader. */
    CARD
  }

  /**
   * A login that succeeded.
   *
   * @param session the session
   * @param number the two digits shown to the professional, who finds them on his device; null when
   *     the session was alive already and nobody was asked anything
   */
  public record Login(ProxySession session, @Nullable String number) {}

  /**
   * Prepares calls to the proxy of a bench.
   *
   * @param clientId the client id of this software, null for the first of the descriptor
   * @throws DescriptorRefused when the descriptor does not say enough
   * @throws IOException when the authority cannot be read
   */
  public static EsanteProxy of(
      BenchDescriptor bench, @Nullable String clientId, LoginSettings settings, Defects defects)
      throws DescriptorRefused, IOException {
    String address = bench.url("psc.proxy").toString();
    return new EsanteProxy(
        Wire.of(Tls.context(bench.caFile(), null), settings.patience(), null).upTo(LARGEST_ANSWER),
        // The proxy answers a login when the professional has.
        Wire.of(
            Tls.context(bench.caFile(), null),
            settings.patience().plus(settings.personDelay()),
            null),
        address.endsWith("/") ? address.substring(0, address.length() - 1) : address,
        bench.client(clientId).clientId(),
        settings,
        defects);
  }

  /** Logs a professional in; a session of his that lives is taken up without asking him. */
  public Login connect(String nationalId, Means means) throws ProxyProblem, InterruptedException {
    String number = number(means);
    ObjectNode body = JSON.createObjectNode();
    body.put("nationalId", nationalId);
    body.put("bindingMessage", number);
    body.put("clientId", clientId);
    body.put("channel", means.name());
    String known = known(nationalId);
    HttpRequest.Builder request =
        request("/connect", known)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    Answer answer = send(request.build());
    if (answer.status() == 200) {
      ProxySession session = new ProxySession(nationalId, cookie(answer));
      cookies.put(nationalId, session.cookie());
      return new Login(session, number);
    }
    if (answer.status() == 304 && known != null && !defects.has(Mutant.PROXY_REPRISE_REFUSEE)) {
      return new Login(new ProxySession(nationalId, known), null);
    }
    throw refused(answer);
  }

  /**
   * Calls an API under a session.
   *
   * @param path path and query behind the name of the API, beginning with a slash
   * @throws ProxyProblem when the proxy does not know the session any more, or does not answer
   */
  public Answer send(ProxySession session, String api, String path, String contentType, byte[] body)
      throws ProxyProblem, InterruptedException {
    HttpRequest request =
        request(
                "/send/" + api + path,
                defects.has(Mutant.PROXY_COOKIE_NON_ENVOYE) ? null : session.cookie())
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    int attempts =
        defects.has(Mutant.PROXY_SESSION_PERDUE_EN_BOUCLE) ? ATTEMPTS_OF_THE_STUBBORN : 1;
    for (int i = 0; i < attempts; i++) {
      Answer answer = answered(quick, request);
      if (answer.status() != 401) {
        return answer;
      }
    }
    cookies.remove(session.nationalId(), session.cookie());
    throw ProxyProblem.sessionOver();
  }

  /**
   * Ends a session. It is over for this software whatever the proxy answers: a proxy that does not
   * know it any more has nothing to end.
   *
   * @return what to tell the user when it could not be ended there, else nothing
   */
  public Optional<String> disconnect(ProxySession session) throws InterruptedException {
    cookies.remove(session.nationalId());
    if (defects.has(Mutant.PROXY_DECONNEXION_OUBLIEE)) {
      return Optional.empty();
    }
    String trouble;
    try {
      Answer answer = answered(quick, request("/disconnect", session.cookie()).DELETE().build());
      if (answer.status() == 200 || answer.status() == 401) {
        return Optional.empty();
      }
      trouble = "réponse " + answer.status();
    } catch (ProxyProblem e) {
      trouble = e.told();
    }
    return Optional.of(
        "Vous êtes déconnecté de ce logiciel, mais la session du Proxy e-Santé n'a pas pu être"
            + " fermée ("
            + trouble
            + ") : elle finira d'elle-même dans quelques heures.");
  }

  private String number(Means means) {
    if (defects.has(Mutant.PROXY_NOMBRE_CONSTANT)) {
      return "42";
    }
    int drawn = settings.random().nextInt(100);
    return means == Means.CARD && defects.has(Mutant.PROXY_NOMBRE_UN_CHIFFRE)
        ? Integer.toString(drawn % 10)
        : String.format(Locale.ROOT, "%02d", drawn);
  }

  private @Nullable String known(String nationalId) {
    if (defects.has(Mutant.PROXY_COOKIE_OUBLIE)) {
      return null;
    }
    if (defects.has(Mutant.PROXY_COOKIE_PARTAGE)) {
      return cookies.values().stream().findFirst().orElse(null);
    }
    return cookies.get(nationalId);
  }

  private Answer send(HttpRequest login) throws ProxyProblem, InterruptedException {
    Answer answer = answered(patient, login);
    int again = defects.has(Mutant.PROXY_PANNE_EN_BOUCLE) ? ATTEMPTS_OF_THE_STUBBORN - 1 : 0;
    for (int i = 0; i < again && answer.status() >= 500; i++) {
      answer = answered(patient, login);
    }
    return answer;
  }

  private HttpRequest.Builder request(String path, @Nullable String cookie) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path)).header("Accept", "*/*");
    return cookie == null ? request : request.header("Cookie", COOKIE + "=" + cookie);
  }

  private static Answer answered(Wire wire, HttpRequest request)
      throws ProxyProblem, InterruptedException {
    try {
      return wire.send(request);
    } catch (Wire.Unreachable e) {
      throw ProxyProblem.of(
          "Le Proxy e-Santé ne répond pas ("
              + e.getMessage()
              + "). Réessayez dans un moment, ou connectez-vous autrement.");
    }
  }

  private static String cookie(Answer answer) throws ProxyProblem {
    String id = read(answer).path(COOKIE).asText();
    if (!id.matches("[\\x21-\\x7e&&[^;,\"\\\\]]+")) {
      throw ProxyProblem.of(
          "Le Proxy e-Santé n'a pas rendu de session utilisable. Recommencez la connexion ; si cela"
              + " se répète, prévenez votre éditeur.");
    }
    return id;
  }

  private static ProxyProblem refused(Answer answer) {
    String said = read(answer).path("message").asText();
    String detail = said.isEmpty() ? "réponse " + answer.status() : said;
    return ProxyProblem.of(
        switch (answer.status()) {
          case 400 ->
              "Le Proxy e-Santé ne comprend pas la demande de connexion de ce logiciel ("
                  + detail
                  + "). Prévenez votre éditeur.";
          case 401 ->
              "Pro Santé Connect n'a pas accepté la connexion ("
                  + detail
                  + "). Vérifiez votre identifiant et le nombre montré sur votre appareil, puis"
                  + " recommencez.";
          case 404 ->
              "Le Proxy e-Santé ne connaît pas ce logiciel ou cet identifiant ("
                  + detail
                  + "). Vérifiez votre identifiant ; s'il est juste, prévenez votre éditeur.";
          default ->
              "Le Proxy e-Santé, ou Pro Santé Connect derrière lui, ne peut pas vous connecter ("
                  + detail
                  + "). Réessayez dans un moment, ou connectez-vous autrement.";
        });
  }

  private static JsonNode read(Answer answer) {
    try {
      JsonNode read = JSON.readTree(answer.body());
      return read == null ? JSON.createObjectNode() : read;
    } catch (IOException e) {
      return JSON.createObjectNode(); // no body, or a page: only the status speaks
    }
  }
}
