package fr.socle.psc.sharing.check;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.check.Check;
import fr.socle.bench.check.CheckBook;
import fr.socle.exigences.Rule;
import fr.socle.exigences.RuleSource;
import fr.socle.psc.check.BackChannelChecks;
import fr.socle.psc.sharing.protocol.SharingEndpoint;
import fr.socle.psc.sharing.protocol.SharingMessage;
import fr.socle.psc.sharing.service.SharingDesk;
import java.util.List;

/** What is demanded of context sharing: a proof of concept, hence reserves at most (psc.md 2.8). */
public final class SharingChecks {
  private static final List<String> CONTEXT = List.of("PSC.12");
  private static final String SOURCE = "psc.md 2.8 (S: CONTEXT, démonstrateur)";

  private SharingChecks() {}

  /** Writes the checks into a book. */
  public static void write(CheckBook.Builder book) {
    book.on(
            SharingEndpoint.SHARE,
            SharingMessage.class,
            List.of(
                BackChannelChecks.noAccessTokenInAddress(SharingMessage::query),
                bearer("PSC-CTX-01"),
                ownContext(),
                patientInfo()))
        .on(
            SharingEndpoint.DISCOVERY,
            SharingMessage.class,
            List.of(
                BackChannelChecks.noAccessTokenInAddress(SharingMessage::query),
                bearer("PSC-CTX-01")));
  }

  private static Check<SharingMessage> bearer(String id) {
    return Check.of(
        rule(id, "Le partage de contexte porte un jeton d'accès de Pro Santé Connect en vigueur."),
        (exchange, findings) -> {
          if (exchange.message().owner() == null) {
            findings.add(
                "en-tête Authorization",
                "Bearer et un jeton d'accès en vigueur",
                exchange.message().bearer() ? "un jeton refusé" : "absent",
                "Envoyez le jeton d'accès de Pro Santé Connect, rafraîchi s'il a expiré.");
          }
        });
  }

  private static Check<SharingMessage> ownContext() {
    return Check.of(
        rule("PSC-CTX-02", "psId, s'il est envoyé, est le professionnel du jeton."),
        (exchange, findings) -> {
          JsonNode body = exchange.message().body();
          String owner = exchange.message().owner();
          if (body != null
              && owner != null
              && body.path("psId").isTextual()
              && !body.path("psId").asText().equals(owner)) {
            findings.add(
                "/psId",
                owner,
                body.path("psId").asText(),
                "Retirez psId, ou mettez-y l'identifiant national du professionnel connecté.");
          }
        });
  }

  private static Check<SharingMessage> patientInfo() {
    return Check.of(
        rule("PSC-CTX-03", "Un contexte patient-info dit quel professionnel le partage (ps)."),
        (exchange, findings) -> {
          JsonNode body = exchange.message().body();
          if (body != null
              && body.path("schemaId").asText().equals(SharingDesk.PATIENT_INFO)
              && !body.path("bag").path("ps").isObject()) {
            findings.add(
                "/bag/ps",
                "l'objet ps, avec nationalId",
                "absent",
                "Ajoutez ps au contexte : c'est le seul membre obligatoire du schéma.");
          }
        });
  }

  private static Rule rule(String id, String title) {
    return new Rule(id, RuleSource.VU, SOURCE, CONTEXT, title);
  }
}
