package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.Exchange;
import java.util.Set;

/** The exchanges with the DMP, told apart. */
final class DmpTraffic {
  static final String EXISTENCE = "DMP TD0.2";
  static final String AUTHORIZATION = "DMP TD0.3";
  static final String PATIENTS = "DMP TD0.4";
  static final String SEARCH = "DMP TD3.1a";
  static final String BY_REFERENCE = "DMP TD3.1b";
  static final String RETRIEVAL = "DMP TD3.2";
  static final String DELETION = "DMP TD3.3c";
  static final String ARCHIVING = "DMP TD3.3d";
  static final String WEB = "DMP TD0.9";

  /** The mode of somebody whom Pro Santé Connect knows (dmp.md 2.5). */
  static final String AIR = "INDIRECTE_RENFORCEE";

  /** The mode of somebody whose card is in the reader (dmp.md 2.5). */
  static final String DIRECT = "DIRECTE";

  private static final Set<String> FEEDINGS = Set.of("DMP TD2.1", "DMP TD2.2");
  private static final Set<String> UPDATES =
      Set.of("DMP TD3.3a", "DMP TD3.3b", DELETION, ARCHIVING);
  private static final Set<String> CONSULTATIONS = Set.of(SEARCH, RETRIEVAL);

  private DmpTraffic() {}

  static boolean is(Exchange exchange, String transaction) {
    return transaction.equals(exchange.transaction());
  }

  /** Something sent to the DMP. */
  static boolean isFeeding(Exchange exchange) {
    return exchange.transaction() != null && FEEDINGS.contains(exchange.transaction());
  }

  /** A list or a document of the DMP; looking for a reference in order to delete is none. */
  static boolean isConsultation(Exchange exchange) {
    return exchange.transaction() != null && CONSULTATIONS.contains(exchange.transaction());
  }

  /** A change of what is in the DMP: status or visibility. */
  static boolean isUpdate(Exchange exchange) {
    return exchange.transaction() != null && UPDATES.contains(exchange.transaction());
  }

  /** Any call of the DMP. */
  static boolean isCall(Exchange exchange) {
    return exchange.service().equals("dmp") && exchange.transaction() != null;
  }

  /** The right of the user on the DMP of this patient, asked and told; TD0.4 names no patient. */
  static boolean isRightCheck(Exchange exchange, String ins) {
    return isServed(exchange)
        && (is(exchange, PATIENTS) || (is(exchange, EXISTENCE) && concerns(exchange, ins)));
  }

  /** The DMP did what it was asked. */
  static boolean isServed(Exchange exchange) {
    Integer status = exchange.status();
    return exchange.refusal() == null && status != null && status < 300;
  }

  /** Whether the assertion of a call names this patient. */
  static boolean concerns(Exchange exchange, String ins) {
    return vihf(exchange).path("patient").asText().startsWith(ins + "^");
  }

  /** What the assertion of a call says; a missing node when it has none. */
  static JsonNode vihf(Exchange exchange) {
    return exchange.decoded().path("vihf");
  }
}
