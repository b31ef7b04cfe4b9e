package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.etapes.VitaleDesk.Card;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardCallTest {
  private static final Patient HOLDER = patient("h", "D'ÆION CŒUR", "1988-02-29", "2880275056123");
  private static final Patient CHILD = patient("c", "PETIT", "2015-05-01", "1150575056456");
  private static final Card CARD =
      new Card(
          "0000000042",
          "2880275056123",
          List.of(HOLDER, CHILD),
          JsonNodeFactory.instance.objectNode());

  @Test
  void whatIsLeftOutIsLeftToTheOtherRules() {
    Exchange call = call("0000000042", null, "D'AEION COEUR", null, null);

    assertThat(CardCall.isOf(call, CARD)).isTrue();
    assertThat(CardCall.isAbout(call, CARD, HOLDER)).isTrue();
    assertThat(CardCall.isAbout(call, CARD, CHILD)).isFalse();
  }

  @Test
  void aSerialNumberMayLoseItsZerosAndANameItsApostrophe() {
    assertThat(CardCall.isOf(call("42", null, "D AEION-COEUR", "1988-02-29", null), CARD)).isTrue();
    assertThat(CardCall.isOf(call("43", null, "D'AEION COEUR", "1988-02-29", null), CARD))
        .isFalse();
  }

  @Test
  void theNumberOfTheRightOpenerIsNotThatOfTheChild() {
    Exchange mixed = call("42", "2880275056123", "PETIT", "2015-05-01", "2880275056123");
    Exchange right = call("42", "2880275056123", "PETIT", "2015-05-01", null);

    assertThat(CardCall.isAbout(mixed, CARD, CHILD)).isFalse();
    assertThat(CardCall.isOf(mixed, CARD)).isFalse();
    assertThat(CardCall.isAbout(right, CARD, CHILD)).isTrue();
  }

  @Test
  void theCertificateTellsTheCardNotTheTypeThatTheAssertionGivesItself() {
    assertThat(CardCall.isSignedByCard(assertion("CPS", null))).isFalse();
    assertThat(CardCall.isSignedByCard(assertion("AUTRE", "CN=1"))).isTrue();
    assertThat(CardCall.isSignedByCard(assertion("PSC", "CN=1"))).isFalse();
    assertThat(CardCall.isSignedByCard(assertion("VITALE", null))).isFalse();
  }

  private static Exchange call(
      String serial,
      @Nullable String opener,
      @Nullable String name,
      @Nullable String date,
      @Nullable String own) {
    ObjectNode decoded = JsonNodeFactory.instance.objectNode();
    decoded.putArray("assertions").addObject().put("type", "VITALE").put("porteur", serial);
    ObjectNode card = decoded.putObject("carteVitale");
    put(card, "matriculeOuvrantDroit", opener);
    put(card, "nomNaissance", name);
    put(card, "dateNaissance", date);
    put(card, "matriculeIndividu", own);
    return exchange(decoded);
  }

  private static Exchange assertion(String type, @Nullable String certificate) {
    ObjectNode decoded = JsonNodeFactory.instance.objectNode();
    put(decoded.putArray("assertions").addObject().put("type", type), "certificat", certificate);
    return exchange(decoded);
  }

  private static void put(ObjectNode node, String member, @Nullable String value) {
    if (value != null) {
      node.put(member, value);
    }
  }

  private static Exchange exchange(ObjectNode decoded) {
    return new Exchange(
        1,
        "e",
        null,
        "insi",
        "insi",
        Exchange.Kind.HTTP,
        CardCall.BY_CARD,
        Instant.EPOCH,
        1,
        "POST",
        "/",
        200,
        null,
        decoded,
        null,
        List.of(),
        1,
        1,
        List.of());
  }

  private static Patient patient(String id, String name, String date, String number) {
    return new Patient(
        id,
        null,
        name,
        List.of("ALIX"),
        "ALIX",
        "F",
        date,
        "75056",
        new Patient.InsNumber(number, "00", "1.2.250.1.213.1.4.8"),
        List.of());
  }
}
