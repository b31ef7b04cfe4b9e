package fr.socle.psc;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.psc.service.RedirectAddress;
import fr.socle.psc.service.RelyingParty;
import fr.socle.psc.service.RelyingParty.LogoutAddress;
import fr.socle.psc.service.RelyingParty.Method;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/** Reads the registration of a relying party. */
final class ClientRegistration {
  // RFC 6749 3.1.2: absolute, without fragment
  private static final Pattern ADDRESS =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:[\\x21-\\x7e&&[^#]]+");
  private static final Map<String, List<String>> SETTINGS =
      Map.of(
          "pkce", List.of("optional", "required"),
          "mtls", List.of("optional", "required"),
          "ciba", List.of("on", "off"),
          "backchannel_logout_session_required", List.of("true", "false"),
          "frontchannel_logout_session_required", List.of("true", "false"));
  // OpenID Connect Back-Channel Logout 1.0, 2.2, and Front-Channel Logout 1.0, 2
  private static final List<String> ADDRESSES =
      List.of("backchannel_logout_uri", "frontchannel_logout_uri");

  private ClientRegistration() {}

  /**
   * Reads a registration.
   *
   * @param certificateRequired whether a secret is not enough in this space
   * @throws InvalidControlRequestException when something is missing or does not go together
   */
  static RelyingParty read(ClientRequest request, boolean certificateRequired) {
    if (request.clientId().isBlank()) {
      throw refused("client-sans-identifiant", "Donnez un clientId.");
    }
    Method method = method(request.authMethod());
    List<RedirectAddress> redirects = addresses(request.redirectUris());
    if (redirects.isEmpty()) {
      throw refused(
          "client-sans-retour", "Donnez au moins une adresse de retour dans redirectUris.");
    }
    boolean byCertificate = method == Method.TLS_CLIENT_AUTH;
    String secret = request.clientSecret();
    if (byCertificate == (secret != null && !secret.isEmpty())) {
      throw refused(
          "client-secret",
          byCertificate
              ? "Un client par certificat n'a pas de secret : retirez clientSecret."
              : "Donnez le clientSecret de ce client.");
    }
    List<String> afterLogout = request.postLogoutRedirectUris();
    Map<String, String> settings = settings(request.settings());
    return new RelyingParty(
        request.clientId(),
        method,
        byCertificate ? null : secret,
        byCertificate || request.subjectDn() != null ? subject(request.subjectDn()) : null,
        redirects,
        afterLogout == null ? redirects : addresses(afterLogout),
        "required".equals(settings.get("pkce")),
        byCertificate || certificateRequired || "required".equals(settings.get("mtls")),
        !"off".equals(settings.get("ciba")),
        JoseSettings.read(settings, secret),
        logoutAddress(settings, "backchannel_logout"),
        logoutAddress(settings, "frontchannel_logout"));
  }

  private static Method method(String label) {
    return Arrays.stream(Method.values())
        .filter(method -> method.label().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                refused(
                    "methode-inconnue",
                    "La méthode d'authentification « "
                        + label
                        + " » n'existe pas. Méthodes possibles : "
                        + Arrays.stream(Method.values())
                            .map(Method::label)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static X500Principal subject(@Nullable String dn) {
    if (dn == null || dn.isBlank()) {
      throw refused(
          "client-sans-certificat",
          "Donnez dans subjectDn le nom (DN) du certificat de ce client, forme RFC 2253.");
    }
    try {
      return new X500Principal(dn);
    } catch (IllegalArgumentException e) {
      throw refused(
          "nom-de-certificat-illisible",
          "subjectDn « " + dn + " » n'est pas un nom de certificat (forme RFC 2253).");
    }
  }

  private static List<RedirectAddress> addresses(List<String> texts) {
    for (String text : texts) {
      if (!ADDRESS.matcher(text).matches()) {
        throw refused(
            "adresse-de-retour",
            "L'adresse de retour « "
                + text
                + " » n'est pas une adresse absolue sans blanc ni"
                + " fragment.");
      }
    }
    return texts.stream().map(RedirectAddress::new).toList();
  }

  private static Map<String, String> settings(@Nullable Map<String, String> settings) {
    if (settings == null) {
      return Map.of();
    }
    settings.forEach(
        (name, value) -> {
          boolean known =
              ADDRESSES.contains(name)
                  ? webAddress(value)
                  : JoseSettings.knows(name, value)
                      || SETTINGS.getOrDefault(name, List.of()).contains(value);
          if (!known) {
            throw refused(
                "reglage-de-client",
                "Le réglage de client "
                    + name
                    + "="
                    + value
                    + " n'existe pas. Réglages possibles : pkce et mtls, required ou optional ;"
                    + " ciba, on ou off ; "
                    + JoseSettings.POSSIBLE
                    + " ; backchannel_logout_uri et frontchannel_logout_uri, une"
                    + " adresse http ou https absolue sans fragment ;"
                    + " backchannel_logout_session_required et"
                    + " frontchannel_logout_session_required, true ou false.");
          }
        });
    return settings;
  }

  private static boolean webAddress(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return false;
    }
    try {
      URI address = new URI(text);
      return List.of("http", "https").contains(String.valueOf(address.getScheme()))
          && address.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  // The session is named unless the client says otherwise, as in Keycloak's form (K)
  private static @Nullable LogoutAddress logoutAddress(Map<String, String> settings, String way) {
    String uri = settings.get(way + "_uri");
    return uri == null
        ? null
        : new LogoutAddress(uri, !"false".equals(settings.get(way + "_session_required")));
  }

  private static InvalidControlRequestException refused(String code, String message) {
    return new InvalidControlRequestException(code, message);
  }
}
