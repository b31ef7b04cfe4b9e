package fr.socle.essais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.ciba.CIBARequestAcknowledgement;
import com.nimbusds.oauth2.sdk.ciba.CIBAResponse;
import com.nimbusds.oauth2.sdk.device.DeviceAuthorizationGrantError;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import fr.socle.bench.client.api.SpaceDescriptor;
import fr.socle.bench.client.api.SpaceRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The library of the ANS reference proxy logs in without browser, with its certificate. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NimbusCibaTest {
  private SocleProcess socle;
  private SpaceDescriptor space;
  private LoginWindow window;

  @BeforeAll
  void startAll(@TempDir Path folder) throws Exception {
    socle = SocleProcess.up(folder.resolve("banc"));
    space =
        socle
            .client()
            .createSpace(
                new SpaceRequest("téléphone", null, Map.of("psc.ciba-interval-seconds", "1")));
  }

  @AfterAll
  void stopAll() {
    if (socle != null) {
      socle.close();
    }
  }

  @BeforeEach
  void openWindow() {
    window = LoginWindow.open(socle.client(), space, "Nimbus, CIBA");
  }

  @AfterEach
  void closeWindow() {
    window.close();
  }

  @Test
  void logsAProfessionalInWithTokensBoundToItsCertificate() throws Exception {
    window.onPhone("accepter", 2);
    NimbusCibaParty party = new NimbusCibaParty(space, "psc-client");

    OIDCTokens tokens = party.validated(result(party, asked(party)));

    assertThat(party.userinfo(tokens).getStringClaim("SubjectNameID"))
        .isEqualTo(window.doctor().nationalId());
    assertThat(NimbusCibaParty.thumbprint(tokens.getAccessToken()))
        .isEqualTo(party.certificateThumbprint());
    assertThat(window.lastAsked().polls()).isGreaterThan(1);
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void isToldThatTheProfessionalRefused() throws Exception {
    window.onPhone("refuser", null);
    NimbusCibaParty party = new NimbusCibaParty(space, "psc-client");

    assertThat(party.poll(asked(party).getAuthRequestID()).toErrorResponse().getErrorObject())
        .isEqualTo(OAuth2Error.ACCESS_DENIED);
  }

  @Test
  void isToldThatNothingIsKnownYetAndToSlowDown() throws Exception {
    NimbusCibaParty party = new NimbusCibaParty(space, "psc-client");
    CIBARequestAcknowledgement asked = asked(party);
    TokenResponse pending = party.poll(asked.getAuthRequestID());

    assertThat(pending.toErrorResponse().getErrorObject())
        .isEqualTo(DeviceAuthorizationGrantError.AUTHORIZATION_PENDING);
    window.armOnce("ciba-slow-down");
    assertThat(party.poll(asked.getAuthRequestID()).toErrorResponse().getErrorObject())
        .isEqualTo(DeviceAuthorizationGrantError.SLOW_DOWN);
  }

  @ParameterizedTest
  @CsvSource({
    "iss-faux, Unexpected JWT issuer",
    "aud-faux, Unexpected JWT audience",
    "exp-passee, Expired JWT",
    "signature-fausse, Invalid signature",
    "kid-inconnu, no matching key(s) found",
    "alg-none, Signed ID token expected"
  })
  void refusesTheIdentityTokenAndSaysWhy(String fault, String words) throws Exception {
    window.onPhone("accepter", null);
    window.arm(fault, Map.of());
    NimbusCibaParty party = new NimbusCibaParty(space, "psc-client");
    TokenResponse response = result(party, asked(party));

    assertThatThrownBy(() -> party.validated(response)).hasMessageContaining(words);

    assertThat(window.struck(fault)).isTrue();
    assertThat(window.brokenRules()).isEmpty();
  }

  @Test
  void isNotLetInWithTheCertificateOfAnother() throws Exception {
    CIBAResponse response =
        new NimbusCibaParty(space, "organisation").ask(window.doctor().nationalId());

    assertThat(response.toErrorResponse().getErrorObject()).isEqualTo(OAuth2Error.INVALID_CLIENT);
  }

  @Test
  void isNotLetInWithAnExpiredCertificate() {
    assertThatThrownBy(() -> new NimbusCibaParty(space, "expire"))
        .isInstanceOf(SSLException.class)
        .hasMessageContaining("certificate_unknown");
  }

  private CIBARequestAcknowledgement asked(NimbusCibaParty party) throws Exception {
    CIBAResponse response = party.ask(window.doctor().nationalId());
    assertThat(response.indicatesSuccess()).isTrue();
    return response.toRequestAcknowledgement();
  }

  /** The result, asked for at the pace given. */
  private static TokenResponse result(NimbusCibaParty party, CIBARequestAcknowledgement asked) {
    Duration interval = Duration.ofSeconds(asked.getMinWaitInterval());
    return Awaitility.await()
        .pollDelay(interval)
        .pollInterval(interval)
        .atMost(Duration.ofSeconds(20))
        .until(() -> party.poll(asked.getAuthRequestID()), TokenResponse::indicatesSuccess);
  }
}
