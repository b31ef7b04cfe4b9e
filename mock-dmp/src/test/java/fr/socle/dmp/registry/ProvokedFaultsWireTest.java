package fr.socle.dmp.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.AgeRequest;
import fr.socle.bench.client.api.DmpDossierRequest;
import fr.socle.bench.client.api.FaultRequest;
import fr.socle.bench.spi.InvalidControlRequestException;
import fr.socle.dmp.VihfText;
import fr.socle.dmp.registry.Wire.Reply;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong because a scenario asked for it, and what time does, over the wire. */
class ProvokedFaultsWireTest extends DocumentsOnTheWire {
  @Test
  void aPartOfWhatIsAskedComesBack() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "un");
    feed(wire, "1.2.3.4.2", "1.2.3.5.2", "deux");
    arm(wire, "succes-partiel", Map.of(), 2, null);

    assertThat(find(wire, APPROVED).text())
        .contains("ResponseStatusType:PartialSuccess")
        .contains("totalResultCount=\"1\"");
    Reply got = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1", "1.2.3.5.2"));
    assertThat(got.parts()).hasSize(2);
    assertThat(got.text())
        .contains("urn:ihe:iti:2007:ResponseStatusType:PartialSuccess")
        .contains("location=\"1.2.3.5.2\"");
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"2\"");
  }

  @Test
  void anAnswerEndsInsideADocument() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "0123456789");
    arm(wire, "mtom-coupe", Map.of(), 1, "DMP TD3.2");

    Reply cut = wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1"));

    assertThat(cut.status()).isEqualTo(200);
    assertThat(cut.text()).endsWith("\r\n\r\n01234");
    assertThat(wire.byCard("repository", Wire.RETRIEVE, Metadata.wanted("1.2.3.5.1")).text())
        .contains("0123456789\r\n--");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DMPClosed",
        "XDSUnknownPatientId",
        "XDSRegistryMetadataError",
        "XDSRepositoryMetadataError",
        "XDSMissingDocument",
        "XDSDuplicateUniqueIdInRegistry",
        "XDSNonIdenticalHash",
        "XDSReplaceFailed"
      })
  void everyErrorOfAFeedingCanBeProvoked(String code) throws Exception {
    Wire wire = wire(Map.of());
    arm(wire, "refus-metier", Map.of("code", code, "texte", "Essai."), 1, "DMP TD2.1");

    assertThat(feedReply(wire, "1.2.3.4.1", "1.2.3.5.1", "un").text())
        .contains("ResponseStatusType:Failure")
        .contains("errorCode=\"" + code + "\" codeContext=\"Essai.\"");
    assertThat(find(wire, APPROVED).text()).contains("totalResultCount=\"0\"");
    assertThat(feedReply(wire, "1.2.3.4.1", "1.2.3.5.1", "un").text()).contains(SUCCESS);
  }

  @Test
  void aCodeThatLooksOfficialAndIsNotCannotBeProvoked() throws Exception {
    Wire wire = wire(Map.of());

    assertThatThrownBy(
            () -> arm(wire, "refus-metier", Map.of("code", "DMPNimporte"), 1, "DMP TD2.1"))
        .isInstanceOf(InvalidControlRequestException.class)
        .hasMessageContaining("DMPNimporte")
        .hasMessageContaining("MOCK_");
    arm(wire, "refus-metier", Map.of("code", "MOCK_A_NOUS"), 1, "DMP TD2.1");
    assertThat(feedReply(wire, "1.2.3.4.1", "1.2.3.5.1", "un").text())
        .contains("errorCode=\"MOCK_A_NOUS\"");
  }

  @ParameterizedTest
  @CsvSource({
    "structure-inconnue, dmp.structures-inconnues=" + Wire.STRUCTURE,
    "professionnel-non-rattache, dmp.control.rattachement=fault"
  })
  void aProvokedFaultHasTheWordsOfTheControl(String fault, String setting) throws Exception {
    String[] words = setting.split("=", -1);
    Wire control = wire(Map.of(words[0], words[1]));
    Wire provoked = wire(Map.of());
    arm(provoked, fault, Map.of(), 1, null);
    UnaryOperator<VihfText> elsewhere =
        vihf ->
            fault.equals("structure-inconnue")
                ? vihf
                : vihf.with(">" + Wire.STRUCTURE + "<", ">1999999999<");

    String of = text(control.byCard("registry", Wire.FIND, approved(control), elsewhere));

    assertThat(of).contains("tructure");
    assertThat(text(provoked.byCard("registry", Wire.FIND, approved(provoked), elsewhere)))
        .isEqualTo(of);
  }

  private static String text(Reply fault) {
    return fault.text().replaceAll("(?s).*<env:Text[^>]*>([^<]*)<.*", "$1");
  }

  @Test
  void aFaultAimsAtMaskingAlone() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "un");
    Matcher entry = only(find(wire, APPROVED));
    arm(wire, "refus-metier", Map.of("code", "XDSMetadataUpdateError"), 1, "DMP TD3.3a");

    assertThat(visibility(wire, "1.2.3.4.2", entry.group(2), "1", "INVISIBLE_PATIENT").text())
        .contains(SUCCESS);
    assertThat(visibility(wire, "1.2.3.4.3", entry.group(2), "2", "MASQUE_PS").text())
        .contains("XDSMetadataUpdateError");
    assertThat(visibility(wire, "1.2.3.4.3", entry.group(2), "2", "MASQUE_PS").text())
        .contains(SUCCESS);
    assertThat(bench.exchanges(wire.space().id(), 0, null).exchanges())
        .extracting(each -> each.transaction())
        .contains("DMP TD3.3a", "DMP TD3.3b");
  }

  @Test
  void documentsGrowOldWithTheSpace() throws Exception {
    Wire wire = wire(Map.of());
    feed(wire, "1.2.3.4.1", "1.2.3.5.1", "un");
    assertThat(find(wire, APPROVED).text()).contains("<rim:Value>20260115093000</rim:Value>");

    bench.age(wire.space().id(), new AgeRequest("P14D"));

    assertThat(find(wire, APPROVED).text())
        .contains("<rim:Value>20260101093000</rim:Value>")
        .doesNotContain("<rim:Value>20260115093000</rim:Value>");
    assertThat(setsSince(wire, "20260115").text()).contains("totalResultCount=\"0\"");
  }

  @Test
  void aPatientWithAStoryComesWithDocuments() throws Exception {
    Wire wire = wire(Map.of());
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "avec-documents"));
    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), "avec-documents"));

    assertThat(find(wire, APPROVED).text())
        .contains("totalResultCount=\"4\"")
        .contains("Bilan sanguin annuel");
    assertThat(find(wire, ARCHIVED).text()).contains("totalResultCount=\"1\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "documents-du-patient",
        "mineur",
        "vaccination",
        "remboursements",
        "imagerie",
        "visibilites",
        "ferme-avec-documents"
      })
  void everyStoryWithDocumentsCanBeTold(String preset) {
    Wire wire = wire(Map.of());

    order(wire, "dossier", DmpDossierRequest.preset(wire.ins(), preset));
  }

  private static void arm(
      Wire wire, String fault, Map<String, String> parameters, int times, String transaction) {
    bench.armFault(
        wire.space().id(), new FaultRequest("dmp", fault, parameters, times, transaction));
  }
}
