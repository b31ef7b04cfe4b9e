package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.DmpDossier;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.Exchange;
import fr.socle.dmp.Messages;
import fr.socle.dmp.VihfText;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the DMP remembers of who came in, over the wire. */
class TracesWireTest extends DocumentsOnTheWire {
  private static final String REASON = "Patient inconscient & seul";

  @Test
  void theListOfPatientsTellsWhenEachWasReadAndChanged() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    String before = patients(wire);
    assertThat(before).doesNotContain("lastAccessDate").contains(":civility>");
    String authorised = date(listed(wire), "startOfAuthorization");
    String added = date(before, "lastAddDate");
    assertThat(date(before, "lastUpdateDate")).isEqualTo(added);
    bench.age(wire.space().id(), new AgeRequest("P1D"));

    Matcher entry = only(find(wire, APPROVED));
    String read = date(patients(wire), "lastAccessDate");
    assertThat(read).isGreaterThanOrEqualTo(added);
    assertThat(date(patients(wire), "lastUpdateDate")).isLessThan(added);
    assertThat(visibility(wire, "1.2.3.4.2", entry.group(2), "1", "MASQUE_PS").text())
        .contains(SUCCESS);

    assertThat(date(patients(wire), "lastUpdateDate")).isGreaterThanOrEqualTo(read);
    assertThat(date(patients(wire), "lastAddDate")).isLessThan(added);
    assertThat(date(listed(wire), "lastActionDate")).isGreaterThanOrEqualTo(read);
    assertThat(date(listed(wire), "startOfAuthorization")).isLessThan(authorised);
  }

  @Test
  void anEmergencyIsKeptWithItsReason() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "document");
    assertThat(dossier(wire).emergencies()).isEmpty();

    assertThat(wire.byCard("registry", Wire.FIND, approved(wire), emergency(REASON)).text())
        .contains("totalResultCount=\"1\"");
    assertThat(
            wire.byCard(
                    "repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"), emergency("Suite"))
                .status())
        .isEqualTo(200);

    List<DmpDossier.EmergencyAccess> kept = dossier(wire).emergencies();
    assertThat(kept)
        .extracting(each -> each.transaction() + " " + each.purpose() + " " + each.reason())
        .containsExactlyInAnyOrder(
            "DMP TD3.2 bris_de_glace Suite", "DMP TD3.1a bris_de_glace " + REASON);
    assertThat(kept).allSatisfy(each -> assertThat(each.holder()).isEqualTo(Wire.HOLDER));
    assertThat(wire.open("cps-authentification", "HistoriqueAcces/" + wire.ins()).text())
        .contains("<li>")
        .contains("Patient inconscient &amp; seul");
    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .extracting(Exchange::decoded)
        .anySatisfy(decoded -> assertThat(String.valueOf(decoded)).contains(REASON));
  }

  @Test
  void anEmergencyThatIsRefusedIsNoAccess() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "oppose-urgence"));

    assertThat(wire.byCard("registry", Wire.FIND, approved(wire), emergency(REASON)).status())
        .isEqualTo(500);

    assertThat(dossier(wire).emergencies()).isEmpty();
  }

  private static UnaryOperator<VihfText> emergency(String reason) {
    return vihf ->
        vihf.with("code=\"normal\"", "code=\"bris_de_glace\"")
            .with(
                "</AttributeStatement>",
                "<Attribute Name=\"Mode_Acces_Raison\"><AttributeValue>"
                    + reason.replace("&", "&amp;")
                    + "</AttributeValue></Attribute></AttributeStatement>");
  }

  private static DmpDossier dossier(Wire wire) {
    return (DmpDossier) asked(wire, "dossier", DmpDossierRequest.unchanged(wire.ins()));
  }

  private static String patients(Wire wire) throws Exception {
    return wire.byCard(
            "patientsSpecific",
            Messages.TD0_4,
            Messages.patientList("20200101000000", "LASTAUTORIZATION"))
        .text();
  }

  private static String listed(Wire wire) throws Exception {
    return wire.byCard("habilitations", Messages.TD1_6, Messages.listAuthorization("TOUTE")).text();
  }

  private static String date(String answer, String name) {
    Matcher date = Pattern.compile(":" + name + ">([0-9]{14})<").matcher(answer);
    assertThat(date.find()).as(name).isTrue();
    return date.group(1);
  }
}
