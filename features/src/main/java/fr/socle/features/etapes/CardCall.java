package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.etapes.VitaleDesk.Card;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;

/** A call of INSi as the steps on cards read it: which card it comes from, and whom it is about. */
final class CardCall {
  /** Search by traits. */
  static final String BY_TRAITS = "INSi WS_INS2";

  /** Search by Vitale card. */
  static final String BY_CARD = "INSi WS_INS1";

  // What is not an assertion of a professional's card: insi.md 2.3 (S:18, S:6)
  private static final Set<String> OTHERS = Set.of("VITALE", "PSC");

  private CardCall() {}

  /** Whether it calls INSi; a client may also read its contract. */
  static boolean isCall(Exchange exchange) {
    return exchange.service().equals("insi") && "POST".equals(exchange.method());
  }

  static boolean isByVitale(Exchange exchange) {
    return BY_CARD.equals(exchange.transaction());
  }

  /**
   * Whether a card of a professional signed an assertion of it: the certificate tells, not the type
   * that the assertion gives itself. Whether the signature holds is the business of INSI-T04.
   */
  static boolean isSignedByCard(Exchange exchange) {
    return assertions(exchange).stream()
        .anyMatch(each -> !isOther(each) && !each.path("certificat").asText().isEmpty());
  }

  /** Whether it says to come from a card, be it signed or not. */
  static boolean speaksOfACard(Exchange exchange) {
    return assertions(exchange).stream().anyMatch(each -> !isOther(each));
  }

  /** Whether all that it says is of one card. What it leaves out, other rules judge. */
  static boolean isOf(Exchange exchange, Card card) {
    boolean otherSerial =
        serials(exchange).stream()
            .anyMatch(serial -> !serial.isEmpty() && !serial.equals(unpadded(card.serial())));
    String opener = said(exchange, "matriculeOuvrantDroit");
    return !otherSerial
        && (opener.isEmpty() || opener.equals(card.opener()))
        && card.covered().stream().anyMatch(patient -> isAbout(exchange, card, patient));
  }

  /** Whether all that it says of a beneficiary is of this one. */
  static boolean isAbout(Exchange exchange, Card card, Patient beneficiary) {
    String name = said(exchange, "nomNaissance");
    String date = said(exchange, "dateNaissance");
    String own = said(exchange, "matriculeIndividu");
    return (name.isEmpty() || written(name).equals(written(beneficiary.birthName())))
        && (date.isEmpty() || date.equals(beneficiary.birthDate()))
        && (own.isEmpty() || own.equals(numberOn(card, beneficiary)));
  }

  /** Whether it says anything of the beneficiary. */
  static boolean namesABeneficiary(Exchange exchange) {
    return !(said(exchange, "nomNaissance")
            + said(exchange, "dateNaissance")
            + said(exchange, "matriculeIndividu"))
        .isEmpty();
  }

  static String described(Exchange exchange) {
    JsonNode card = exchange.decoded().path("carteVitale");
    return "carte %s, ouvrant droit %s, bénéficiaire %s né le %s"
        .formatted(
            String.join(", ", serials(exchange)),
            card.path("matriculeOuvrantDroit").asText("absent"),
            card.path("nomNaissance").asText("sans nom"),
            card.path("dateNaissance").asText("absent"));
  }

  // Only the right-opener has his own number on a card; another may have it from elsewhere.
  private static String numberOn(Card card, Patient beneficiary) {
    if (beneficiary.id().equals(card.covered().get(0).id())) {
      return card.opener();
    }
    Patient.InsNumber ins = beneficiary.ins();
    return ins == null ? "" : ins.matricule();
  }

  private static String said(Exchange exchange, String member) {
    return exchange.decoded().path("carteVitale").path(member).asText().strip();
  }

  /** A kit may drop the zeros a serial number begins with. */
  private static List<String> serials(Exchange exchange) {
    return assertions(exchange).stream()
        .filter(each -> each.path("type").asText().equals("VITALE"))
        .map(each -> unpadded(each.path("porteur").asText()))
        .toList();
  }

  private static String unpadded(String serial) {
    return serial.strip().replaceFirst("^0+(?=.)", "");
  }

  /** Letters only: insi.md 5.3 (S:6) lets a name be written in more than one way. */
  private static String written(String name) {
    return Normalizer.normalize(
            name.replace("œ", "oe").replace("Œ", "OE").replace("æ", "ae").replace("Æ", "AE"),
            Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replaceAll("[^\\p{L}]", "")
        .toUpperCase(Locale.ROOT);
  }

  private static boolean isOther(JsonNode assertion) {
    return OTHERS.contains(assertion.path("type").asText());
  }

  private static List<JsonNode> assertions(Exchange exchange) {
    return StreamSupport.stream(exchange.decoded().path("assertions").spliterator(), false)
        .toList();
  }
}
