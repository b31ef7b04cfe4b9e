package fr.socle.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.ClientRequest;
import fr.socle.bench.client.api.NextLogin;
import fr.socle.bench.spi.InvalidControlRequestException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PscOperationsTest {
  private final PscOnPaper psc = new PscOnPaper();

  @ParameterizedTest
  @CsvSource({
    ", accepter, professionnel-absent",
    "000, accepter, professionnel-inconnu",
    People.DOCTOR + ", dormir, comportement-inconnu",
  })
  void refuseALoginThatCannotBe(String who, String behaviour, String code) {
    assertRefused("next-login", new NextLogin(who, behaviour), code);
  }

  @ParameterizedTest
  @MethodSource("wrongClients")
  void refuseAClientThatDoesNotHoldTogether(String code, ClientRequest request) {
    assertRefused("clients", request, code);
  }

  static List<Object[]> wrongClients() {
    List<String> there = List.of(PscOnPaper.REDIRECT);
    return List.of(
        wrong("client-sans-identifiant", " ", "s", "client_secret_post", null, there, null),
        wrong("client-sans-retour", "a", "s", "client_secret_post", null, List.of(), null),
        wrong("client-secret", "a", null, "client_secret_post", null, there, null),
        wrong("client-secret", "a", "s", "tls_client_auth", "CN=a", there, null),
        wrong("client-sans-certificat", "a", null, "tls_client_auth", null, there, null),
        wrong("nom-de-certificat-illisible", "a", null, "tls_client_auth", "nawak", there, null),
        wrong("methode-inconnue", "a", "s", "private_key_jwt", null, there, null),
        wrong("adresse-de-retour", "a", "s", "client_secret_post", null, List.of("/x"), null),
        wrong(
            "adresse-de-retour",
            "a",
            "s",
            "client_secret_post",
            null,
            List.of("https://a.invalid/\r\nx"),
            null),
        wrong(
            "reglage-de-client",
            "a",
            "s",
            "client_secret_post",
            null,
            there,
            Map.of("pkce", "parfois")));
  }

  @Test
  void showTheClientsInOrder() {
    psc.control(
        "clients",
        new ClientRequest(
            "lgc", "s", "client_secret_basic", null, List.of(PscOnPaper.REDIRECT), null, null));

    assertThat(psc.state().clients()).containsExactly("lps-demo", "lgc");
  }

  @ParameterizedTest
  @CsvSource({
    "psc.access-token-seconds, bientôt",
    "psc.access-token-seconds, 0",
    "psc.profile, laxiste",
    "psc.standard-discovery, peut-être",
  })
  void refuseASettingThatMeansNothing(String name, String value) {
    assertThatThrownBy(() -> new PscOnPaper(Map.of(name, value)))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining(name)
        .hasMessageContaining(value);
  }

  private static Object[] wrong(
      String code,
      String clientId,
      String secret,
      String method,
      String subject,
      List<String> redirects,
      Map<String, String> settings) {
    return new Object[] {
      code, new ClientRequest(clientId, secret, method, subject, redirects, null, settings)
    };
  }

  private void assertRefused(String operation, Object input, String code) {
    assertThatThrownBy(() -> psc.control(operation, input))
        .isInstanceOfSatisfying(
            InvalidControlRequestException.class,
            refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
