package fr.socle.insi.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.bench.http.TlsFacts;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.Certificates;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.JudgedInsi.Found;
import fr.socle.insi.Persons;
import fr.socle.insi.Requests;
import fr.socle.insi.protocol.AccessMode;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnnamedAssertionTest {

  /** An attribute that is there and empty is no identifier for the JDK, which then throws. */
  @ParameterizedTest
  @ValueSource(strings = {"", " ID=\"\""})
  void aSignedAssertionWithoutIdentifierIsRefusedLikeAnyOther(String identifier) throws Exception {
    JudgedInsi bench =
        new JudgedInsi(AccessMode.ASSERTION, Clock.systemUTC(), Map.of(), Persons.ALIX);
    String assertion =
        CardAssertion.of(Certificates.card("CN=00B0000001,SN=MOCK,T=Infirmier,C=FR"))
            .professional(Instant.now())
            .replaceFirst(" ID=\"[^\"]+\"", identifier);
    IncomingRequest request =
        Requests.post(
            Requests.CONTENT_TYPE,
            Requests.secured(Requests.example(), assertion).getBytes(UTF_8),
            TlsFacts.clear());

    assertThat(bench.serve(request).refusal().code()).isEqualTo("mock_insi_Signature");
    assertThat(bench.findings(request)).extracting(Found::rule).contains("INSI-T04-2");
  }
}
