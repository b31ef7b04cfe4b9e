package fr.socle.psc.service;

import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.bench.spi.Settings;
import java.time.Duration;

/**
 * Settings of Pro Santé Connect in a space. Every behaviour that psc.md assumes is one of them.
 *
 * @param strict {@code psc.profile=strict}: no standard discovery, no realm authorization endpoint,
 *     no other response type than {@code code}, error codes of Keycloak where they are not those of
 *     the standard; default {@code courant}
 * @param standardDiscovery {@code psc.standard-discovery}: also serves {@code openid-configuration}
 * @param accessToken {@code psc.access-token-seconds}, 120 by default, psc.md 1.3 (S: TRANSPORT)
 * @param refreshToken {@code psc.refresh-token-seconds}, 1800, psc.md 1.3 (S: TRANSPORT)
 * @param session {@code psc.session-seconds}, absolute end, 14400, psc.md 1.3 (S: TRANSPORT)
 * @param idle {@code psc.idle-seconds}, 1800, psc.md 1.3 (S: TRANSPORT)
 * @param code {@code psc.code-seconds}, 60, psc.md 1.3 (K)
 * @param loginPage {@code psc.login-page-seconds}, how long the login page may stay open, 1800 (A)
 * @param userinfoProfile {@code psc.userinfo-profile}: {@code 2023} or {@code 2022}
 * @param acr {@code psc.acr}: level written in tokens; {@code eidas1}, or {@code eidas3} with the
 *     2022 profile, psc.md 1.4 (S: KC-PSC, POC)
 * @param nonceInAccessToken {@code psc.access-token-nonce}, on, psc.md 1.4 (S: POC, CACHE)
 * @param pkceRequired {@code psc.pkce=required}; default {@code optional}
 * @param certificateRequired {@code psc.mtls=required}: a certificate beside the secret on every
 *     direct call, as announced in 2024; default {@code optional}, psc.md 1.5 (S: FAQ-EDC)
 * @param boundTokens {@code psc.bound-tokens}: {@code cnf} in the access token of a client with a
 *     certificate, on (A)
 * @param refusalStays {@code psc.refusal=page}: a refusal on the phone leaves the person on the
 *     page (A); default {@code retour}
 * @param refusesOtherAcr {@code psc.acr-values=required}: refuses a request without {@code eidas1}
 *     (A); default {@code reported}
 * @param refreshReuse {@code psc.refresh-reuse}: a replaced refresh token still works, on, as
 *     Keycloak does by default (K)
 * @param logoutTokenType {@code psc.logout-token-typ}: {@code typ} of a logout token, {@code JWT}
 *     as in every token of the service; {@code logout+jwt}, which the standard recommends (A)
 * @param legacyIssuer {@code psc.issuer=ancien}: tokens and discovery name the issuer of the former
 *     sandbox, psc.md 1.1, trap 1 (S: LLNG, POC); default {@code courant}
 * @param storageId {@code psc.storage-id}: middle part of {@code sub}, constant per environment
 */
public record PscSettings(
    boolean strict,
    boolean standardDiscovery,
    Duration accessToken,
    Duration refreshToken,
    Duration session,
    Duration idle,
    Duration code,
    Duration loginPage,
    UserinfoProfile userinfoProfile,
    String acr,
    boolean nonceInAccessToken,
    boolean pkceRequired,
    boolean certificateRequired,
    boolean boundTokens,
    boolean refusalStays,
    boolean refusesOtherAcr,
    boolean refreshReuse,
    String logoutTokenType,
    boolean legacyIssuer,
    String storageId) {

  /** Layout of the professional data. */
  public enum UserinfoProfile {
    /** Title of the person inside {@code SubjectRefPro}. */
    Y2022,
    /** Title of the person and genre of activity at the top level. */
    Y2023
  }

  /**
   * Reads the settings of a space.
   *
   * @throws InvalidControlRequestException when a value is not one of those allowed
   */
  public static PscSettings read(Settings settings) {
    SettingReader reader = new SettingReader(settings);
    boolean strict = "strict".equals(reader.word("psc.profile", "courant", "strict"));
    boolean profile2022 = "2022".equals(reader.word("psc.userinfo-profile", "2023", "2022"));
    return new PscSettings(
        strict,
        reader.flag("psc.standard-discovery", !strict),
        reader.seconds("psc.access-token-seconds", 120),
        reader.seconds("psc.refresh-token-seconds", 1800),
        reader.seconds("psc.session-seconds", 14_400),
        reader.seconds("psc.idle-seconds", 1800),
        reader.seconds("psc.code-seconds", 60),
        reader.seconds("psc.login-page-seconds", 1800),
        profile2022 ? UserinfoProfile.Y2022 : UserinfoProfile.Y2023,
        reader.text("psc.acr", profile2022 ? "eidas3" : "eidas1"),
        reader.flag("psc.access-token-nonce", true),
        "required".equals(reader.word("psc.pkce", "optional", "required")),
        "required".equals(reader.word("psc.mtls", "optional", "required")),
        reader.flag("psc.bound-tokens", true),
        "page".equals(reader.word("psc.refusal", "retour", "page")),
        "required".equals(reader.word("psc.acr-values", "reported", "required")),
        reader.flag("psc.refresh-reuse", true),
        reader.word("psc.logout-token-typ", "JWT", "logout+jwt"),
        "ancien".equals(reader.word("psc.issuer", "courant", "ancien")),
        reader.text("psc.storage-id", "5f0c1e00-0000-4000-8000-000000000001"));
  }
}
