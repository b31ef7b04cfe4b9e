package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.DmpAuthorizationRequest;
import fr.socle.bench.client.api.DmpDocumentRequest;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.dmp.registry.Wire.Reply;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** TD0.9: the web site of the DMP opened from a software, over the wire. */
class WebAccessWireTest extends DocumentsOnTheWire {
  private static final String CARD = "cps-authentification";

  @Test
  void thePageOfTheRightPatientOpensAndIsKept() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "document", DmpDocumentRequest.ofType(wire.ins(), "11488-4", "Chez <Fictif>"));

    Reply page = wire.open(CARD, "DossierPatient/" + wire.ins());

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.type()).startsWith("text/html");
    assertThat(page.text())
        .contains("<h1>DMP de " + wire.patient().birthName())
        .contains(wire.ins())
        .contains("<li>Chez &lt;Fictif");
    Exchange kept = bench.exchanges(wire.space().id(), 0, null).exchanges().get(0);
    assertThat(kept.transaction()).isEqualTo("DMP TD0.9");
    assertThat(String.valueOf(kept.decoded()))
        .contains(wire.ins())
        .contains(Wire.HOLDER)
        .contains("ouverte");
  }

  @Test
  void withoutAnAuthorisationThePageAsksFirst() throws Exception {
    Wire wire = wire(Map.of());
    state(wire, "NON_EXISTE");

    Reply asked = wire.open(CARD, "Documents/" + wire.ins());

    assertThat(asked.status()).isEqualTo(200);
    assertThat(asked.text()).contains("NON_EXISTE").contains("<form method=\"post\"");
    assertThat(find(wire, APPROVED).status()).isEqualTo(500);
    assertThat(wire.press(CARD, "Documents/" + wire.ins()).text()).doesNotContain("<form");
    assertThat(find(wire, APPROVED).status()).isEqualTo(200);
  }

  @Test
  void nobodyElseOpensIt() throws Exception {
    Wire wire = wire(Map.of());

    assertThat(wire.open("organisation", "DossierPatient/" + wire.ins()).status()).isEqualTo(403);
    assertThat(wire.open(CARD, "DossierPatient/188017505612345").status()).isEqualTo(404);
    assertThat(wire.open(CARD, "Ailleurs/" + wire.ins()).status()).isEqualTo(404);
    assertThat(wire.open(CARD, "DossierPatient").status()).isEqualTo(404);
    assertThat(wire.open(CARD, "TableauDeBord").status()).isEqualTo(200);
    state(wire, "INTERDIT");
    assertThat(wire.open(CARD, "DossierPatient/" + wire.ins()).status()).isEqualTo(403);
    assertThat(wire.press(CARD, "DossierPatient/" + wire.ins()).status()).isEqualTo(403);
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "ferme"));
    assertThat(wire.open(CARD, "DossierPatient/" + wire.ins()).text()).contains("fermé");
  }

  /** dmp.md 1.7, 2.6 (S:527). */
  @Test
  void theCodeOfARefusedRightIsOnThePage() throws Exception {
    Wire wire = wire(Map.of());
    String management = "GestionDMPPatient/" + wire.ins();
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "absent"));

    Reply creation = wire.open(CARD, management);

    assertThat(creation.status()).isEqualTo(403);
    assertThat(creation.text())
        .contains("<p>DMPAccessDeniedByRightsService</p>", "Mon espace santé");
    assertThat(wire.open(CARD, "Documents/" + wire.ins()).text())
        .contains("pas de DMP")
        .doesNotContain("DMPAccessDeniedByRightsService");
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "ouvert"));
    assertThat(wire.open(CARD, management).status()).isEqualTo(200);
    state(wire, "INTERDIT");
    assertThat(wire.open(CARD, management).text()).contains("DMPAccessDeniedByRightsService");
  }

  @Test
  void aRefusedRightIsArmedThere() throws Exception {
    Wire wire = wire(Map.of());
    arm(wire, "dmp", "DMPAccessDeniedByRightsService", Map.of(), null);

    Reply refused = wire.open(CARD, "Documents/" + wire.ins());

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.text())
        .contains("DMPAccessDeniedByRightsService", "refusé par le service des droits");
    assertThat(wire.open(CARD, "Documents/" + wire.ins()).status()).isEqualTo(200);
  }

  /** A fault of every service strikes one visitor of the site, as it does one caller. */
  @Test
  void aFaultAimsAtOneVisitor() throws Exception {
    Wire wire = wire(Map.of());
    arm(wire, "dmp", "statut-http", Map.of("code", "503"), "899990000012");
    assertThat(wire.open(CARD, "Documents/" + wire.ins()).status()).isEqualTo(200);

    arm(wire, "dmp", "statut-http", Map.of("code", "503"), Wire.HOLDER);
    assertThat(wire.open(CARD, "Documents/" + wire.ins()).status()).isEqualTo(503);
  }

  private static void arm(
      Wire wire,
      String service,
      String fault,
      Map<String, String> parameters,
      @Nullable String nationalId) {
    bench.armFault(
        wire.space().id(),
        new FaultRequest(service, fault, parameters, 1, "DMP TD0.9", nationalId, null));
  }

  private static void state(Wire wire, String state) {
    order(wire, "autorisation", new DmpAuthorizationRequest(wire.ins(), Wire.HOLDER, state, false));
  }
}
