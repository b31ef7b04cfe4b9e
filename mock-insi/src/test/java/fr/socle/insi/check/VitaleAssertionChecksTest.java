package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionMessage.CARD;
import static fr.socle.insi.check.AssertionMessage.HOLDER;
import static fr.socle.insi.check.AssertionMessage.NOW;
import static fr.socle.insi.check.AssertionMessage.SERIAL;
import static fr.socle.insi.check.AssertionMessage.bend;
import static fr.socle.insi.check.AssertionMessage.broken;
import static fr.socle.insi.check.AssertionMessage.card;
import static fr.socle.insi.check.AssertionMessage.own;
import static fr.socle.insi.check.AssertionMessage.request;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.JudgedInsi;
import fr.socle.insi.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T04: the assertion of a Vitale card. */
class VitaleAssertionChecksTest {
  private final JudgedInsi bench = AssertionMessage.bench();

  @Test
  void correctMessagesBreakNoRule() throws Exception {
    for (IncomingRequest request :
        List.of(
            card(CARD.professional(NOW), CARD.vitale(NOW, SERIAL)),
            card(CARD.professional(NOW), CARD.signedVitale(NOW, SERIAL)))) {
      assertThat(bench.findings(request)).as(new String(request.body(), UTF_8)).isEmpty();
    }
  }

  @Test
  void proSanteConnectAndACardBreakNoRule() {
    String message = own(Requests.vitale(CardAssertion.psc(NOW, HOLDER), CARD.vitale(NOW, SERIAL)));

    assertThat(bench.findings(request(Requests.VITALE_CONTENT_TYPE, message, "jeton"))).isEmpty();
  }

  static Stream<BrokenMessage> messages() throws Exception {
    return Stream.of(
        broken("INSI-T04-30", "Security", vitaleBent("\"VITALE\"", "\"CARTE\"")),
        broken("INSI-T04-31", "Assertion", card(CARD.vitale(NOW, SERIAL), CARD.professional(NOW))),
        broken("INSI-T04-32", "Issuer", vitaleBent(">00B0000001<", ">00B0000002<")),
        broken(
            "INSI-T04-32",
            "Issuer/@Format",
            vitaleBent("<saml:Issuer>", "<saml:Issuer Format=\"urn:x\">")),
        broken("INSI-T04-33", "KeyInfo", signedBent(">V2<", ">V9<")),
        broken("INSI-T04-33", "KeyInfo", signedBent(">T<", ">X<")),
        broken("INSI-T04-33", "KeyInfo", signedBent("<v:CleMere>00</v:CleMere>", "")),
        broken(
            "INSI-T04-33",
            "KeyInfo",
            signedBent("<v:KeyInfo .*</v:KeyInfo>", "<ds:KeyName>carte</ds:KeyName>")),
        broken("INSI-T04-33", "SignatureMethod", signedBent("V2-SHA256", "V1SCOT-SHA256/6")),
        broken("INSI-T04-34", "NameID", signedBent("(Logique>)0000000001", "$10000000002")),
        broken("INSI-T04-34", "NameID", vitaleBent(">0000000001<", "><")),
        broken(
            "INSI-T04-35",
            "Assertion",
            card(CARD.professional(NOW), CARD.vitale(NOW.minus(Duration.ofMinutes(21)), SERIAL))),
        broken(
            "INSI-T04-9",
            "Assertion",
            card(CARD.professional(NOW), CARD.vitale(NOW, SERIAL), CARD.vitale(NOW, SERIAL))));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  static Set<String> proven() throws Exception {
    return BrokenMessage.rules(messages());
  }

  private static IncomingRequest vitaleBent(String taken, String put) throws Exception {
    return card(CARD.professional(NOW), bend(taken, put).apply(CARD.vitale(NOW, SERIAL)));
  }

  private static IncomingRequest signedBent(String taken, String put) throws Exception {
    return card(CARD.professional(NOW), bend(taken, put).apply(CARD.signedVitale(NOW, SERIAL)));
  }
}
