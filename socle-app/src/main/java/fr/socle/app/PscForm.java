package fr.socle.app;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.features.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The declaration of a service at Pro Santé Connect. What it says is that of psc.md 1.1, 1.4, 1.5
 * and 2.4; the words are ours (A), since the text of the real form is not known.
 */
final class PscForm {
  private static final String SERVICE = "nom-du-service";
  private static final String CLIENT = "identifiant-client";
  private static final String SPACE = "espace";
  private static final String AUTHENTICATION = "authentification";
  private static final String SECRET = "secret";
  private static final String CERTIFICATE = "dn-du-certificat";
  private static final String RETURNS = "urls-de-redirection";
  private static final String AFTER_LOGOUT = "urls-apres-deconnexion";
  private static final String LOGOUT_BACK = "deconnexion-canal-arriere";
  private static final String LOGOUT_FRONT = "deconnexion-canal-avant";
  private static final String CIBA = "ciba";
  private static final String PKCE = "pkce-obligatoire";
  private static final String REQUEST = "objet-de-requete";
  private static final String ID_TOKEN = "jeton-d-identite";
  private static final String USERINFO = "userinfo";
  private static final String KEYS = "cles-publiques";

  // psc.md 1.5 (S: FAQ-EDC)
  private static final String COMMUNITY = "communautaire";
  private static final String TRUST = "confiance";

  // The words of OpenID Connect, as the control API takes them
  private static final Map<String, String> METHODS =
      Map.of(
          "secret", "client_secret_basic",
          "secret-dans-le-corps", "client_secret_post",
          "certificat", "tls_client_auth");

  private PscForm() {}

  /**
   * Reads one declaration.
   *
   * @param file the world file, beside which its key files are
   * @throws UsageException with the line and the mend
   */
  static ClientRequest read(YamlMap form, Path file) {
    form.onlyKnows(
        SERVICE,
        CLIENT,
        SPACE,
        AUTHENTICATION,
        SECRET,
        CERTIFICATE,
        RETURNS,
        AFTER_LOGOUT,
        LOGOUT_BACK,
        LOGOUT_FRONT,
        CIBA,
        PKCE,
        REQUEST,
        ID_TOKEN,
        USERINFO,
        KEYS);
    String unusedName = form.requiredText(SERVICE);
    boolean trust = trust(form);
    String method = method(form, trust);
    boolean byCertificate = method.equals("tls_client_auth");
    if (byCertificate && form.has(SECRET)) {
      throw form.wrong(SECRET, "un client par certificat n'a pas de secret : retirez « secret ».");
    }
    Map<String, String> settings = new LinkedHashMap<>();
    logout(form, LOGOUT_BACK, "backchannel_logout", settings);
    logout(form, LOGOUT_FRONT, "frontchannel_logout", settings);
    say(form, CIBA, "ciba", "on", "off", settings);
    say(form, PKCE, "pkce", "required", "optional", settings);
    request(form, settings);
    answer(form, ID_TOKEN, "id_token", settings);
    answer(form, USERINFO, "userinfo", settings);
    keys(form, file, settings);
    List<String> afterLogout = form.texts(AFTER_LOGOUT);
    return new ClientRequest(
        form.requiredText(CLIENT),
        byCertificate ? null : form.requiredText(SECRET),
        method,
        byCertificate ? form.requiredText(CERTIFICATE) : form.text(CERTIFICATE),
        form.texts(RETURNS),
        form.has(AFTER_LOGOUT) ? afterLogout : null,
        settings);
  }

  private static boolean trust(YamlMap form) {
    String space = form.text(SPACE);
    if (space == null || space.equals(COMMUNITY)) {
      return false;
    }
    if (space.equals(TRUST)) {
      return true;
    }
    throw form.wrong(
        SPACE, "« " + space + " » n'est pas un espace ; attendu : communautaire, confiance.");
  }

  private static String method(YamlMap form, boolean trust) {
    String word = form.text(AUTHENTICATION);
    if (word == null) {
      word = trust ? "certificat" : "secret";
    }
    String method = METHODS.get(word);
    if (method == null) {
      throw form.wrong(
          AUTHENTICATION,
          "« "
              + word
              + " » n'est pas un moyen d'authentifier le client ; attendu : secret,"
              + " secret-dans-le-corps, certificat.");
    }
    if (trust && !word.equals("certificat")) {
      throw form.wrong(
          AUTHENTICATION,
          "l'Espace de Confiance veut un certificat : écrivez « authentification: certificat », ou"
              + " « espace: communautaire ».");
    }
    return method;
  }

  // Keycloak names the session unless told otherwise (K), hence « avec-la-session: oui » by default
  private static void logout(
      YamlMap form, String member, String way, Map<String, String> settings) {
    YamlMap told = form.map(member);
    if (told == null) {
      return;
    }
    told.onlyKnows("url", "avec-la-session");
    settings.put(way + "_uri", told.requiredText("url"));
    say(told, "avec-la-session", way + "_session_required", "true", "false", settings);
  }

  private static void request(YamlMap form, Map<String, String> settings) {
    YamlMap request = form.map(REQUEST);
    if (request != null) {
      request.onlyKnows("signature", "urls");
      if (request.has("urls")) {
        settings.put("request_uris", String.join(" ", request.texts("urls")));
      }
      put(request, "signature", "request_object_signing_alg", settings);
    }
  }

  private static void answer(
      YamlMap form, String member, String what, Map<String, String> settings) {
    YamlMap answer = form.map(member);
    if (answer == null) {
      return;
    }
    boolean userinfo = member.equals(USERINFO);
    if (userinfo) {
      answer.onlyKnows("format", "signature", "chiffrement-de-la-cle", "chiffrement-du-contenu");
      format(answer);
    } else {
      answer.onlyKnows("signature", "chiffrement-de-la-cle", "chiffrement-du-contenu");
    }
    if (userinfo && "jwt".equals(answer.text("format")) && !answer.has("signature")) {
      settings.put("userinfo_signed_response_alg", "RS256");
    }
    put(answer, "signature", what + "_signed_response_alg", settings);
    put(answer, "chiffrement-de-la-cle", what + "_encrypted_response_alg", settings);
    put(answer, "chiffrement-du-contenu", what + "_encrypted_response_enc", settings);
  }

  private static void format(YamlMap userinfo) {
    String format = userinfo.text("format");
    if (format != null && !List.of("json", "jwt").contains(format)) {
      throw userinfo.wrong(
          "format", "« " + format + " » n'est pas un format d'userinfo ; attendu : json, jwt.");
    }
    boolean signed = userinfo.has("signature") || userinfo.has("chiffrement-de-la-cle");
    if ("json".equals(format) && signed) {
      throw userinfo.wrong(
          "format",
          "un userinfo en JSON n'est ni signé ni chiffré : écrivez « format: jwt », ou retirez la"
              + " signature et le chiffrement.");
    }
  }

  private static void keys(YamlMap form, Path file, Map<String, String> settings) {
    String name = form.text(KEYS);
    if (name == null) {
      return;
    }
    Path keys = file.resolveSibling(name);
    try {
      settings.put("jwks", Files.readString(keys));
    } catch (IOException e) {
      throw form.wrong(
          KEYS,
          "le jeu de clés publiques "
              + keys
              + " ne se lit pas : donnez un fichier JSON à côté de celui-ci.");
    }
  }

  private static void say(
      YamlMap form,
      String member,
      String setting,
      String yes,
      String no,
      Map<String, String> settings) {
    Boolean said = form.flag(member);
    if (said != null) {
      settings.put(setting, said ? yes : no);
    }
  }

  private static void put(
      YamlMap form, String member, String setting, Map<String, String> settings) {
    @Nullable String value = form.text(member);
    if (value != null) {
      settings.put(setting, value);
    }
  }
}
