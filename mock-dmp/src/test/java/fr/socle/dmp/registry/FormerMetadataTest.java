package fr.socle.dmp.registry;

import static fr.socle.dmp.registry.CdaFeeding.own;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.dmp.Caller;
import fr.socle.dmp.Certificates;
import fr.socle.dmp.Messages;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** TD3.3a and TD3.3b: what is sent is taken by what is there, not by itself (dmp.md 1.12). */
class FormerMetadataTest {
  private static final Caller CALLER = new Caller();
  private static final Metadata METADATA = new Metadata(Messages.PATIENT);
  private static final String APPROVED = "urn:oasis:names:tc:ebxml-regrep:StatusType:Approved";
  private static final String SUCCESS = "ResponseStatusType:Success\"";
  private static final String INS = "&amp;ISO^NH";
  private static final String REAL = "1.2.250.1.213.1.4.8";

  /**
   * dmp.md 5.6 (EX_3.1-1055): an entry keeps the INS of the day; who masks it has that of today.
   */
  @ParameterizedTest
  @CsvSource({
    Messages.OID + ", ResponseStatusType:Success",
    REAL + ", ResponseStatusType:Success",
    "1.2.250.1.213.1.4.9, XDSPatientIdDoesNotMatch"
  })
  void thePatientOfAnEntryIsTheOneFoundOrTheOneOfToday(String oid, String outcome) {
    try (JudgedDocuments dmp = dmp(Map.of("ins-oid", "real"))) {
      String lid = fed(dmp);
      String update = update(entry(lid).replace(Messages.OID + INS, oid + INS));

      assertThat(answer(dmp, ofToday(update, oid))).contains(outcome);
    }
  }

  /** The lot is the sender's own: its patient is that of the VIHF. */
  private static String ofToday(String update, String oid) {
    int entry = update.indexOf("<rim:ExtrinsicObject");
    assertThat(update.substring(entry)).contains(oid + INS);
    return update.substring(0, entry).replace(Messages.OID + INS, REAL + INS)
        + update.substring(entry);
  }

  private static String answer(JudgedDocuments dmp, String update) {
    return dmp.answer(
        CALLER.byCard(
            "registry",
            Wire.UPDATE,
            update,
            vihf -> vihf.with(Messages.OID + "&amp;ISO", REAL + "&amp;ISO")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ignore", "refuse"})
  void theDocumentOfAnEntryStays(String others) {
    try (JudgedDocuments dmp = dmp(Map.of("dmp.fiche-changee", others))) {
      String lid = fed(dmp);

      assertThat(sent(dmp, entry(lid).replace("1.2.3.5.1", "1.2.3.5.7")))
          .contains("errorCode=\"XDSMetadataUpdateError\"")
          .contains("uniqueId ne change pas : il était 1.2.3.5.1.");
      assertThat(sent(dmp, entry(lid))).contains(SUCCESS);
    }
  }

  @Test
  void whoSeesADocumentIsSaid() {
    try (JudgedDocuments dmp = dmp(Map.of())) {
      String lid = fed(dmp);
      String silent =
          entry(lid)
              .replace(
                  "urn:uuid:f4f85eac-e6cb-4883-b524-f2705394840f",
                  "urn:uuid:2c6b8cb7-8b2a-4051-b291-b1ae6a575ef4");

      assertThat(sent(dmp, silent))
          .contains("errorCode=\"XDSRegistryMetadataError\"")
          .contains("confidentialityCode est absent");
    }
  }

  /** Labels and order are nobody's information; a refusal names what differs. */
  @ParameterizedTest
  @CsvSource({
    "IRM du genou, Autre titre, title",
    "20260115093000, 20260115093001, creationTime",
    "libellé, autre libellé, ''"
  })
  void whatElseChangesIsNamed(String what, String by, String attribute) {
    try (JudgedDocuments dmp = dmp(Map.of("dmp.fiche-changee", "refuse"))) {
      String lid = fed(dmp);
      assertThat(entry(lid)).contains(what);

      String answer = sent(dmp, entry(lid).replace(what, by));

      assertThat(answer)
          .contains(attribute.isEmpty() ? SUCCESS : "errorCode=\"XDSMetadataUpdateError\"");
      if (!attribute.isEmpty()) {
        assertThat(answer).contains("(" + attribute);
      }
    }
  }

  private static JudgedDocuments dmp(Map<String, String> settings) {
    JudgedDocuments dmp = new JudgedDocuments(settings);
    dmp.authorize(Certificates.HOLDER, false);
    return dmp;
  }

  private static String sent(JudgedDocuments dmp, String entry) {
    return dmp.answer(CALLER.byCard("registry", Wire.UPDATE, update(entry)));
  }

  private static String update(String entry) {
    return own(
        METADATA.update(
            "1.2.3.4.2",
            entry + Metadata.member("Document01", Metadata.slot("PreviousVersion", "1"))));
  }

  private static String entry(String lid) {
    return METADATA
        .images("Document01", "1.2.3.5.1", "MASQUE_PS")
        .replace("id=\"Document01\" ", "id=\"Document01\" lid=\"" + lid + "\" ");
  }

  private static String fed(JudgedDocuments dmp) {
    assertThat(
            dmp.answer(
                JudgedDocuments.feeding(
                    CALLER,
                    own(
                        METADATA.feeding(
                            "1.2.3.4.1",
                            METADATA.images("Document01", "1.2.3.5.1"),
                            List.of("Document01"))),
                    Map.of("Document01@lps", "un".getBytes(UTF_8)))))
        .contains(SUCCESS);
    return dmp.answer(
            CALLER.byCard(
                "registry",
                Wire.FIND,
                Metadata.query(
                    "14d4debf-8f97-4251-9a74-a90016b0af0d",
                    "LeafClass",
                    Metadata.slot("$XDSDocumentEntryStatus", "('" + APPROVED + "')"))))
        .replaceAll("(?s).* lid=\"([^\"]+)\".*", "$1");
  }
}
