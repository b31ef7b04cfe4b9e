package fr.socle.insi.check;

import static fr.socle.insi.check.AssertionMessage.CARD;
import static fr.socle.insi.check.AssertionMessage.HOLDER;
import static fr.socle.insi.check.AssertionMessage.NOW;
import static fr.socle.insi.check.AssertionMessage.bend;
import static fr.socle.insi.check.AssertionMessage.broken;
import static fr.socle.insi.check.AssertionMessage.psc;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.http.IncomingRequest;
import fr.socle.insi.CardAssertion;
import fr.socle.insi.JudgedInsi;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** INSI-T04: the assertion of a professional by Pro Santé Connect. */
class PscAssertionChecksTest {
  private final JudgedInsi bench = AssertionMessage.bench();

  @Test
  void correctMessagesBreakNoRule() throws Exception {
    for (IncomingRequest request :
        List.of(psc(CardAssertion.psc(NOW, HOLDER), "jeton"), psc(withProfession("10"), "jeton"))) {
      assertThat(bench.findings(request)).as(new String(request.body(), UTF_8)).isEmpty();
    }
  }

  static Stream<BrokenMessage> messages() throws Exception {
    return Stream.of(
        broken(
            "INSI-T04-20",
            "Signature",
            psc(
                CARD.professional(
                    NOW, bend("secteurActivite", "codeSpecialiteAMO").andThenBend("CPS", "PSC")),
                "jeton")),
        broken("INSI-T04-21", "identifiantFacturation", pscBent("identifiantFacturation", "autre")),
        broken("INSI-T04-22", "codeSpecialiteAMO", pscBent("codeSpecialiteAMO", "autre")),
        broken("INSI-T04-23", "Authorization", psc(CardAssertion.psc(NOW, HOLDER), "")),
        broken("INSI-T04-28", "gipProfessionCode", psc(withProfession(""), "jeton")));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void aMessageBrokenInOneWayBreaksOneRule(BrokenMessage message) {
    message.isFoundBy(bench);
  }

  /** The token itself is looked at on the wire. */
  static Set<String> proven() throws Exception {
    Set<String> proven = BrokenMessage.rules(messages());
    proven.add("INSI-T04-24");
    return proven;
  }

  private static String withProfession(String code) {
    return bend(
            "<saml:AttributeStatement>",
            "<saml:AttributeStatement><saml:Attribute Name=\"gipProfessionCode\">"
                + "<saml:AttributeValue>"
                + code
                + "</saml:AttributeValue></saml:Attribute>")
        .apply(CardAssertion.psc(NOW, HOLDER));
  }

  private static IncomingRequest pscBent(String taken, String put) {
    return psc(bend(taken, put).apply(CardAssertion.psc(NOW, HOLDER)), "jeton");
  }
}
