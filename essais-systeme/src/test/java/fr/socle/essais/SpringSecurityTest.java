package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.SpaceDescriptor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Spring Security's OAuth 2.0 client in an embedded Jetty, in a process of its own. */
class SpringSecurityTest extends RelyingPartyContract {
  private static final String DECODING = "An error occurred while attempting to decode the Jwt: ";

  @Override
  RelyingPartyProcess start(SpaceDescriptor space, Path benchJson, Path folder) throws Exception {
    return SpringService.start(space, benchJson, folder);
  }

  @Override
  String clientName() {
    return "Spring Security";
  }

  @Override
  String wordsWithoutKeys() {
    return "503";
  }

  @Override
  String wordsAfterRotation() {
    return "";
  }

  @Override
  Stream<Refused> refused() {
    return Stream.of(
        new Refused("nonce-faux", "[invalid_nonce]"),
        new Refused("nonce-absent", "[invalid_nonce]"),
        new Refused("iss-faux", DECODING + "The ID Token contains invalid claims: {iss="),
        new Refused("aud-faux", DECODING + "The ID Token contains invalid claims: {aud="),
        new Refused("exp-passee", DECODING + "Jwt expired at"),
        new Refused("iat-futur", DECODING + "The ID Token contains invalid claims: {iat="),
        new Refused("alg-none", "[invalid_id_token] Unsupported algorithm of none"),
        new Refused("sans-signature", DECODING + "Malformed token"),
        new Refused("hs256-secret", DECODING + "Signed JWT rejected: Another algorithm expected"),
        new Refused(
            "hs256-cle-publique", DECODING + "Signed JWT rejected: Another algorithm expected"),
        new Refused("signature-fausse", DECODING + "Signed JWT rejected: Invalid signature"),
        new Refused("kid-inconnu", "or no matching key(s) found"),
        new Refused("state-faux", "[authorization_request_not_found]"),
        new Refused("state-absent", "[invalid_request]"),
        new Refused("userinfo-autre-sub", "[invalid_user_info_response]"),
        new Refused("userinfo-401", "401 Unauthorized"),
        new Refused("userinfo-tronque", "Error while extracting response"),
        new Refused("code-expire", "[invalid_grant] Code not valid"));
  }

  @Override
  Stream<Unnoticed> unnoticed() {
    return Stream.of(
        new Unnoticed("iss-reponse-faux", "PSC-SUI-09"),
        new Unnoticed("at-hash-faux", "PSC-SUI-11"),
        new Unnoticed("acr-autre", "PSC-SUI-11"),
        new Unnoticed("acr-absent", ""),
        new Unnoticed("kid-absent", ""));
  }

  @Test
  void renewsATokenThatIsAboutToExpireUntilTheSessionIsOver() throws Exception {
    // Spring renews what has less than a minute to live.
    SpaceDescriptor own = otherSpace(Map.of("psc.access-token-seconds", "30"));
    try (RelyingPartyProcess fresh = startOn(own);
        LoginWindow login = LoginWindow.open(bench(), own, "renouvellement")) {
      Browser browser = browser();
      assertOpen(browser.get(fresh.page("")), login);

      assertThat(browser.get(fresh.page("jeton")).body()).isEqualTo("jeton valable\n");
      assertThat(login.transactions()).filteredOn("PSC token"::equals).hasSize(2);
      login.age(Duration.ofHours(5));
      assertThat(browser.get(fresh.page("jeton")).body())
          .startsWith("renouvellement refusé")
          .contains("[invalid_grant]");
    }
  }
}
