package fr.socle.features.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.exigences.RuleSource;

/** What an LPS that does everything wrong does with cards. */
final class WrongCards {

  private final FakeBench bench;
  private volatile JsonNode inReader = MissingNode.getInstance();

  WrongCards(FakeBench bench) {
    this.bench = bench;
  }

  void reset() {
    inReader = MissingNode.getInstance();
  }

  String insert(JsonNode input) {
    if (input.has("vitale")) {
      inReader = input.path("vitale");
    }
    return done();
  }

  /** Calls with the card while it is taken back, and will again. */
  String takeBack(String space) {
    bench.receive(space, "insi", "INSi WS_INS2", ofProfessional(space), "<Num>1</Num>");
    return done();
  }

  /**
   * Searches with the card of somebody else, too late, and with the one that was there if it is
   * replaced.
   */
  void search(String space, JsonNode input) {
    ObjectNode decoded = assertion("VITALE", "9999999999");
    decoded
        .putObject("carteVitale")
        .put("matriculeOuvrantDroit", "1810163220751")
        .put("nomNaissance", "AUTRENOM")
        .put("dateNaissance", "1900-01-01");
    bench.receive(
        space,
        "insi",
        "INSi WS_INS1",
        decoded,
        "<OD>1810163220751</OD>",
        FakeBench.finding(
            RuleSource.TEXTE, "INSI-T01", "INSI-T02", "INSI-T03", "INSI-T04", "INSI-T05"));
    if (input.has("carteRemplacante")) {
      ObjectNode first = assertion("VITALE", inReader.path("numeroSerie").asText());
      first
          .putObject("carteVitale")
          .put("matriculeOuvrantDroit", inReader.path("ouvrantDroit").asText())
          .put("nomNaissance", inReader.at("/beneficiaires/0/nomNaissance").asText())
          .put("dateNaissance", inReader.at("/beneficiaires/0/dateNaissance").asText());
      bench.receive(space, "insi", "INSi WS_INS1", first, "<OD>1</OD>");
    }
  }

  /** Too old, and of no card where one is asked for. */
  ObjectNode ofProfessional(String space) {
    boolean askedFor =
        bench.playing(space).equals("le médecin s'authentifie auprès d'INSi avec sa carte");
    ObjectNode decoded = assertion(askedFor ? "PSC" : "CPS", "899990000020");
    ((ObjectNode) decoded.at("/assertions/0")).put("certificat", "CN=899990000020");
    return decoded;
  }

  private static ObjectNode assertion(String type, String holder) {
    ObjectNode decoded = JsonNodeFactory.instance.objectNode();
    decoded.putArray("assertions").addObject().put("type", type).put("porteur", holder);
    decoded
        .putObject("reponse")
        .putObject("controlesEchoues")
        .put("age-vitale", "Elle a 99 minutes ; elle vaut 20 minutes.")
        .put("age-assertion", "Elle a 99 minutes ; elle vaut 60 minutes.");
    return decoded;
  }

  private static String done() {
    return "{\"statut\":\"fait\",\"vu\":{}}";
  }
}
