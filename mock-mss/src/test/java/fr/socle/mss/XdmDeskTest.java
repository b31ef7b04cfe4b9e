package fr.socle.mss;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.socle.bench.client.api.MssXdmExchange;
import fr.socle.documents.xdm.XdmArchive;
import fr.socle.documents.xdm.XdmReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A colleague sends an archive of documents, correct or not. */
class XdmDeskTest {
  private static final String CDA =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ClinicalDocument xmlns="urn:hl7-org:v3"><id root="1.2.3" extension="D1"/>
      <code code="34112-3" codeSystem="2.16.840.1.113883.6.1" displayName="CR d'hospitalisation"/>
      <title>Compte rendu</title><effectiveTime value="20260302090000+0100"/>
      <recordTarget><patientRole><id root="1.2.250.1.213.1.4.10" extension="279035121518989"/>
      <patient><name><given qualifier="BR">Dominique</given><family qualifier="BR">Pat-Trôis</family></name>
      <birthTime value="19790328"/></patient></patientRole></recordTarget>
      <author><time value="20260302090000+0100"/><assignedAuthor><id root="1.2.250.1.71.4.2.1" extension="899900000001"/>
      <assignedPerson><name><family>TESTEUR</family><given>Marie</given></name></assignedPerson></assignedAuthor></author>
      </ClinicalDocument>
      """;
  private static MailBench mail;

  @BeforeAll
  static void start(@TempDir Path pki) throws Exception {
    mail = MailBench.open(pki, Map.of());
  }

  @AfterAll
  static void stop() {
    mail.close();
  }

  private static String send(@Nullable String fault) {
    String document = Base64.getEncoder().encodeToString(CDA.getBytes(StandardCharsets.UTF_8));
    assertThat(
            mail.call(
                "exchange-xdm",
                new MssXdmExchange(
                    MailBench.PAUL,
                    MailBench.MARIE,
                    List.of(document),
                    null,
                    null,
                    null,
                    true,
                    null,
                    fault,
                    null,
                    null,
                    null)))
        .isNotNull();
    return last();
  }

  private static String sent(UnaryOperator<MssXdmExchange> change) {
    return sent(CDA, change);
  }

  private static String sent(String cda, UnaryOperator<MssXdmExchange> change) {
    String document = Base64.getEncoder().encodeToString(cda.getBytes(StandardCharsets.UTF_8));
    MssXdmExchange plain = MssXdmExchange.of(MailBench.PAUL, MailBench.MARIE, document);
    assertThat(mail.call("exchange-xdm", change.apply(plain))).isNotNull();
    return last();
  }

  private static String last() {
    long uid =
        mail.messages(MailBench.MARIE).folders().stream()
            .flatMap(each -> each.messages().stream())
            .mapToLong(each -> each.uid())
            .max()
            .orElseThrow();
    return mail.source(MailBench.MARIE, "INBOX", uid);
  }

  private static XdmArchive archive(String message) {
    return new XdmReader().read(bytes(message));
  }

  private static byte[] bytes(String message) {
    String coded = message.substring(message.indexOf("IHE_XDM.ZIP\"\r\n\r\n") + 16);
    return Base64.getMimeDecoder().decode(coded.substring(0, coded.indexOf("\r\n--")));
  }

  private static Map<String, String> files(String message) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes(message)))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        files.put(each.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void aCorrectMessageHasWhatTheDocumentSays() {
    String message = send(null);

    assertThat(message)
        .contains(
            "Subject: XDM/1.0/DDM+CR d'hospitalisation PAT-TROIS Dominique 28/03/1979\r\n",
            "X-MSS-CODECDA: 34112-3\r\n",
            "X-MSS-INS: O\r\n",
            "Disposition-Notification-To: <" + MailBench.PAUL + ">\r\n");
    assertThat(archive(message).problems()).isEmpty();
    assertThat(archive(message).documents()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tronquee", "sans-metadata", "uri", "chemin", "bombe"})
  void aSpoiltArchiveIsSeenToBe(String fault) {
    XdmArchive archive = archive(send(fault));

    assertThat(
            archive.problems().isEmpty()
                && archive.documents().size() == 1
                && archive.documents().get(0).file() != null
                && archive.documents().get(0).described().isPresent())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hash", "taille"})
  void aFalseDigestOrSizeIsInTheMetadata(String fault) {
    var document = archive(send(fault)).documents().get(0);

    if (fault.equals("hash")) {
      assertThat(document.entry().hash()).containsExactly("0".repeat(40));
    } else {
      assertThat(document.entry().size()).containsExactly("1");
    }
  }

  @Test
  void namesInSmallLettersAreSentAsSuch() throws Exception {
    assertThat(files(send("minuscules")).keySet())
        .contains("ihe_xdm/subset01/metadata.xml")
        .allMatch(each -> each.equals(each.toLowerCase(Locale.ROOT)));
    assertThat(files(send(null)).keySet()).contains("IHE_XDM/SUBSET01/METADATA.XML");
  }

  @Test
  void anotherRootIsThatOfTheMetadata() throws Exception {
    String metadata = "IHE_XDM/SUBSET01/METADATA.XML";
    assertThat(files(send("racine")).get(metadata)).contains("AutreRacine");
    assertThat(files(send(null)).get(metadata)).contains("SubmitObjectsRequest");
  }

  @Test
  void otherPrefixesSayTheSame() throws Exception {
    String message = send("prefixes");

    assertThat(files(message).get("IHE_XDM/SUBSET01/METADATA.XML")).contains("<autre-");
    assertThat(archive(message).problems()).isEmpty();
    assertThat(archive(message).documents())
        .singleElement()
        .satisfies(each -> assertThat(each.described()).isPresent());
    assertThat(files(send(null)).get("IHE_XDM/SUBSET01/METADATA.XML")).doesNotContain("autre-");
  }

  @Test
  void whatReplacesAndWhatIsToBeDeletedAreToldApart() throws Exception {
    String metadata = "IHE_XDM/SUBSET01/METADATA.XML";
    String slot = "urn:action:extraMetadataSlot";

    assertThat(files(sent(each -> each.replacing("1.2.3^D0"))).get(metadata))
        .contains(slot, ">C<", "AssociationType:RPLC", "1.2.3^D0");
    assertThat(files(sent(each -> each.deleting("À supprimer."))).get(metadata))
        .contains(slot, ">D<")
        .doesNotContain("AssociationType:RPLC");
    assertThat(files(sent(each -> each)).get(metadata)).doesNotContain(slot, "RPLC");
  }

  /** The generator of ANS links nothing: a strict reader of ebRIM takes no OID for an entry. */
  @Test
  void aNewVersionIsToldByItsDocumentWithoutAssociation() throws Exception {
    String related =
        "<relatedDocument typeCode='RPLC'><parentDocument><id root='1.2.3'/></parentDocument>"
            + "</relatedDocument></ClinicalDocument>";
    String next = CDA.replace("</ClinicalDocument>", related);
    String metadata = "IHE_XDM/SUBSET01/METADATA.XML";

    assertThat(files(sent(next, each -> each)).get(metadata))
        .contains("urn:action:extraMetadataSlot", ">C<")
        .doesNotContain("AssociationType:RPLC");
    assertThat(files(sent(next, each -> each.deleting("À supprimer."))).get(metadata))
        .contains(">D<")
        .doesNotContain(">C<");
  }

  @Test
  void theMetadataMayNameAnotherPatientThanTheDocument() throws Exception {
    String other = "180016318502642^^^&1.2.250.1.213.1.4.10&ISO^NH";
    String metadata = files(sent(each -> each.about(other))).get("IHE_XDM/SUBSET01/METADATA.XML");

    assertThat(metadata.split("180016318502642", -1)).hasSize(3);
  }

  @Test
  void aFaultNobodyKnowsIsRefused() {
    assertThatThrownBy(() -> send("autre")).hasMessageContaining("sans-metadata");
  }
}
